// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_pdf.h"

#include "platform/documents/official_sample_test.h"
#include "platform/documents/pdf_reading_test.h"

#include <gmock/gmock.h>

#include <thread>
#include <turbojpeg.h>

namespace xieshang::documents {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// The stand-ins and nothing else, so that what a machine has beside them changes nothing.
FontFolders stand_ins()
{
    return {.fonts = {"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/lxgw-wenkai",
                "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/dejavu"}};
}

base::Result<std::string> pdf_of(
    OfficialPress& press, const OfficialDocument& document, const GoesOn& goes_on = {})
{
    const auto layout = TRY(press.layout(document));
    return press.pdf(layout, goes_on);
}

OfficialDocument saying(const std::string& text)
{
    OfficialDocument document;
    document.body = {said(text)};
    return document;
}

TEST(FontChoices, TakeLicensedFontsFirst)
{
    const auto choices = font_choices({"仿宋", "Noto Serif CJK SC Light", "LXGW WenKai"});
    EXPECT_EQ(choices.at(0).family, "仿宋");
    EXPECT_FALSE(choices.at(0).stands_in);
    EXPECT_EQ(choices.at(3).family, "LXGW WenKai");
    EXPECT_TRUE(choices.at(3).stands_in);
    EXPECT_EQ(choices.at(1).family, "");
}

TEST(OfficialPress, SaysWhichFontStandsInForWhich)
{
    OfficialPress press(stand_ins());
    for (const auto& choice : press.fonts()) {
        EXPECT_TRUE(choice.stands_in) << choice.official;
        EXPECT_NE(choice.family, "") << choice.official;
    }
}

TEST(OfficialPress, RefusesToWorkWithoutFonts)
{
    const tests::TemporaryFolder empty;
    OfficialPress press({.fonts = {empty.path()}, .cache = empty.path() / "cache"});
    const auto layout = press.layout(saying("协商"));
    ASSERT_FALSE(layout);
    EXPECT_EQ(layout.error().code, "documents.fonts_missing");
    EXPECT_THAT(layout.error().params.at("fonts"), HasSubstr("仿宋 (fonts-noto-cjk-extra)"));
}

TEST(OfficialPress, NoticesAFontThatGoesAndComesBack)
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path kai =
        "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";
    const std::filesystem::path noto = "/usr/share/fonts/opentype/noto";
    for (const auto& file : {kai, noto / "NotoSerifCJK-Light.ttc", noto / "NotoSansCJK-Medium.ttc",
             noto / "NotoSerifCJK-SemiBold.ttc", noto / "NotoSerifCJK-Regular.ttc",
             std::filesystem::path(
                 "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")}) {
        std::filesystem::create_symlink(file, folder.path() / file.filename());
    }
    OfficialPress press({.fonts = {folder.path()}, .cache = folder.path() / "cache"});
    const auto document = saying("协商");
    ASSERT_TRUE(pdf_of(press, document));
    std::filesystem::remove(folder.path() / kai.filename());
    const auto refused = pdf_of(press, document);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "documents.fonts_missing");
    EXPECT_THAT(refused.error().params.at("fonts"), StartsWith("楷体"));
    std::filesystem::create_symlink(kai, folder.path() / kai.filename());
    EXPECT_TRUE(pdf_of(press, document));
}

TEST(OfficialPress, NamesCharactersThatNoFontHas)
{
    OfficialPress press(stand_ins());
    const auto refused = pdf_of(press, saying("建议\U0001F9FF很好\uE123"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "documents.characters_without_font");
    EXPECT_EQ(refused.error().params.at("list"), "\uE123 \U0001F9FF");
    EXPECT_TRUE(pdf_of(press, saying("建议很好"))); // forgotten
}

TEST(OfficialPress, DrawsWordsFromRightToLeft)
{
    OfficialPress press(stand_ins());
    const auto pdf = pdf_of(press, saying("名称 שלום עולם 完"));
    ASSERT_TRUE(pdf);
    EXPECT_THAT(ReadPdf(*pdf).told("pdftotext"), HasSubstr("שלום עולם"));
}

TEST(OfficialPress, StopsBetweenPages)
{
    OfficialPress press(stand_ins());
    const auto pdf = pdf_of(
        press, saying(repeated("协", 28 * 22 * 5)), [](std::size_t pages) { return pages < 2; });
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().code, "documents.official_stopped");
}

std::string jpeg_of(int width, int height)
{
    const std::string pixels(static_cast<std::size_t>(3) * width * height, '\x60');
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    auto* writer = ::tjInitCompress();
    ::tjCompress2(writer, reinterpret_cast<const unsigned char*>(pixels.data()), width, 0, height,
        TJPF_RGB, &bytes, &size, TJSAMP_420, 80, 0);
    std::string jpeg(reinterpret_cast<const char*>(bytes), size);
    ::tjFree(bytes);
    ::tjDestroy(writer);
    return jpeg;
}

TEST(OfficialPress, DrawsPicturesAndRefusesDamagedOnes)
{
    OfficialPress press(stand_ins());
    const auto page = press.picture(press.layout(saying("图")).value(), 0, 200);
    ASSERT_TRUE(page);
    OfficialDocument document;
    document.body = {Figure{*page, 40}, Figure{jpeg_of(320, 200), 40, "照片"}};
    const auto pdf = pdf_of(press, document);
    ASSERT_TRUE(pdf) << pdf.error().code;
    EXPECT_THAT(ReadPdf(*pdf).told("pdfimages -list"), HasSubstr("jpeg"));
    for (const auto& bytes : {page->substr(0, page->size() / 2), jpeg_of(320, 200).substr(0, 30),
             "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR\0\0\0\1\0\0\0\1!!!!!!!!", 24)}) {
        document.body = {Figure{bytes}};
        const auto refused = pdf_of(press, document);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "documents.official_picture_kind");
    }
}

TEST(OfficialPress, MakesPicturesOfPages)
{
    OfficialPress press(stand_ins());
    const auto layout = press.layout(notice(OfficialKind::document)).value();
    const auto page = press.picture(layout, 0, 420);
    ASSERT_TRUE(page);
    EXPECT_THAT(*page, StartsWith("\x89PNG"));
    EXPECT_EQ(page->substr(16, 8), std::string("\0\0\x01\xA4\0\0\x02\x52", 8)); // 420 × 594
    const auto none = press.picture(layout, 99, 420);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "documents.official_no_page");
}

TEST(OfficialPress, DrawsTheSameInSeveralThreads)
{
    const auto document = notice(OfficialKind::document);
    std::vector<std::string> pictures(3);
    std::vector<std::thread> threads;
    for (auto& picture : pictures) {
        threads.emplace_back([&] {
            OfficialPress press(stand_ins());
            for (int round = 0; round < 3; ++round) {
                const auto layout = press.layout(document);
                picture = layout ? press.picture(*layout, 1, 300).value_or("") : "";
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_NE(pictures[0], "");
    EXPECT_EQ(pictures[0], pictures[1]);
    EXPECT_EQ(pictures[0], pictures[2]);
}

} // namespace
} // namespace xieshang::documents
