// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/decoding.h"

#include "features/plan/encodings.h"
#include "features/plan/script.h"
#include "tests/support/source_file.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::plan {
namespace {

using namespace std::string_literals;

std::string fixture(const std::string& name)
{
    return tests::source_file("features/plan/fixtures/" + name + ".txt").value();
}

struct Case {
    std::string file;
    std::string encoding;
};

class Decoding : public testing::TestWithParam<Case> {};

TEST_P(Decoding, FindsTheEncodingAndTheSameText)
{
    const auto decoded = decode(fixture(GetParam().file));
    ASSERT_TRUE(decoded) << decoded.error().code;
    EXPECT_EQ(decoded->encoding, GetParam().encoding);
    EXPECT_TRUE(decoded->text.starts_with(U"溪畔区政协2023年协商工作计划\n（草案）\n"));
    EXPECT_TRUE(decoded->text.ends_with(U"加强领导。\n"));
}

INSTANTIATE_TEST_SUITE_P(Files, Decoding,
    testing::Values(Case{"utf8_bom", "UTF-8"}, Case{"gb18030", "GB18030"},
        Case{"utf16le_bom", "UTF-16LE"}, Case{"utf16be_bom", "UTF-16BE"},
        Case{"utf16le", "UTF-16LE"}, Case{"utf16be", "UTF-16BE"}),
    [](const auto& test) { return test.param.file; });

TEST(Decoding, ReadsTraditionalTextInGb18030)
{
    const auto decoded = decode(fixture("gb18030_traditional"));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "GB18030");
    EXPECT_TRUE(decoded->text.starts_with(U"鏡湖區政協"));
}

TEST(Decoding, RefusesOtherEncodingsInsteadOfGuessing)
{
    for (const auto* name : {"big5", "shift_jis"}) {
        const auto decoded = decode(fixture(name));
        ASSERT_FALSE(decoded) << name;
        EXPECT_EQ(decoded.error().code, "reading.unknown_encoding") << name;
        EXPECT_EQ(decoded.error().trouble, base::Trouble::refused);
    }
    EXPECT_EQ(decode("caf\xE9 au lait").error().code, "reading.unknown_encoding");
}

TEST(Decoding, NamesTheFirstByteThatIsBroken)
{
    const auto decoded = decode("\xEF\xBB\xBF政协\xFF\xFE"s);
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().code, "reading.unknown_encoding");
    EXPECT_EQ(decoded.error().params.at("byte"), "10");
    EXPECT_EQ(decode("\xFF\xFE\x3F\x65\x4F"s).error().params.at("byte"), "5");
}

TEST(Decoding, RefusesWhatIsNoText)
{
    const auto format = [](const std::string& bytes) {
        auto error = decode(bytes).error();
        return error.code + " " + error.params["format"];
    };
    EXPECT_EQ(format("PK\x03\x04....word/document.xml"), "reading.binary docx");
    EXPECT_EQ(format("PK\x03\x04....xl/workbook.xml"), "reading.binary xlsx");
    EXPECT_EQ(format("%PDF-1.7 ..."), "reading.binary pdf");
    EXPECT_EQ(format("\xD0\xCF\x11\xE0\xA1\xB1"), "reading.binary doc/xls");
    EXPECT_EQ(format("ab\0\0\0\x01\x02"s + std::string(9, '\x01')), "reading.not_text ");
    EXPECT_EQ(format("政协\x01计划"), "reading.not_text ");
    EXPECT_EQ(decode("%PDF-").error().trouble, base::Trouble::unsupported_type);
}

TEST(Decoding, RefusesNothingAndTooMuch)
{
    for (const auto& bytes : {""s, " \r\n\t"s, "\xEF\xBB\xBF\n"s, "　　"s}) {
        EXPECT_EQ(decode(bytes).error().code, "reading.empty");
    }
    const auto decoded = decode(std::string(most_bytes + 1, 'a'));
    EXPECT_EQ(decoded.error().code, "reading.too_long");
    EXPECT_EQ(decoded.error().trouble, base::Trouble::too_large);
    EXPECT_EQ(decoded.error().params.at("size"), "1.1 MB") << "never like the limit";
    EXPECT_EQ(decoded.error().params.at("most"), "1.0 MB");
    EXPECT_TRUE(decode(std::string(most_bytes, 'a')));
}

TEST(Decoding, NeverFailsOtherwiseWhateverTheBytes)
{
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        const auto decoded = decode(bytes);
        RC_ASSERT((decoded || decoded.error().code.starts_with("reading.")));
    }));
}

TEST(Script, KeepsWhatUtf8SaysBothWays)
{
    EXPECT_TRUE(rc::check([](std::u32string text) {
        for (auto& c : text) {
            c %= 0x110000;
            c = c >= 0xD800 && c <= 0xDFFF ? U'协' : c;
        }
        const auto bytes = to_utf8(text);
        RC_ASSERT(first_not_utf8(bytes) == bytes.npos);
        RC_ASSERT(from_utf8(bytes) == text);
    }));
}

TEST(Script, FoldsOnceAndForAll)
{
    for (char32_t c = 0; c < 0x30000; ++c) {
        ASSERT_EQ(folded(folded(c)), folded(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
    EXPECT_EQ(fold(U"協商 議題（１．Ａ）："), U"协商议题(1.a):");
    EXPECT_EQ(fold(U"⼯作\uF966"), U"工作复"); // a compatibility form of the traditional 復
}

} // namespace
} // namespace xieshang::plan
