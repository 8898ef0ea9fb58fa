// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_docx.h"

#include "platform/documents/docx_lines_test.h"
#include "platform/documents/official_reading.h"
#include "platform/documents/official_samples_test.h"
#include "platform/documents/official_tidy.h"

#include <gmock/gmock.h>
#include <limits>
#include <rapidcheck.h>

namespace xieshang::documents {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string part_of(const OfficialDocument& document, std::string_view part)
{
    const auto bytes = official_docx(document).value();
    auto archive = Archive::open(bytes).value();
    return archive.part(part).value();
}

std::string body_of(const OfficialDocument& document)
{
    return part_of(document, "word/document.xml");
}

OfficialDocument plain_with(Block block)
{
    OfficialDocument document;
    document.body.push_back(std::move(block));
    return document;
}

TEST(OfficialDocx, IsReadBackAsItWasWritten)
{
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        const auto made = MadeUp(seed).document();
        const auto bytes = official_docx(made);
        RC_ASSERT(bytes.has_value());
        const auto read = official_reading(*bytes);
        RC_ASSERT(read.has_value());
        const auto tidy = tidied(made);
        RC_ASSERT(read->body == tidy.body);
        RC_ASSERT(read->annexes == tidy.annexes);
        RC_ASSERT(*read == tidy);
        RC_ASSERT(tidied(tidy) == tidy);
    }));
}

TEST(OfficialDocx, KeepsWhatIsTidyAsItIs)
{
    for (const auto kind : {OfficialKind::document, OfficialKind::letter, OfficialKind::minutes}) {
        auto document = sample_of(kind);
        document.head.signers = kind == OfficialKind::document
            ? std::vector<std::string>{"张三", "李四光", "王五"}
            : std::vector<std::string>();
        EXPECT_EQ(official_reading(official_docx(document).value()).value(), document);
        EXPECT_EQ(official_docx(document), official_docx(document)) << "the same bytes";
    }
}

TEST(OfficialDocx, IsReadAsLinesLikeAnyOther)
{
    auto document = sample_of(OfficialKind::document);
    document.body.push_back(ListOf{true, {{{"甲", false}}, {{"乙", false}}}});
    document.body.push_back(
        OfficialTable{"任务表", {}, 1, {{{{{{"序号", false}}}, {{{"议题", false}}}}}}, false});
    const auto bytes = official_docx(document).value();
    auto package = Package::open(bytes).value();
    const auto lines = docx_lines(package).value();
    EXPECT_TRUE(lines.notes.empty()) << lines.notes.front().code;
    std::vector<std::string> words;
    for (const auto& line : texts(lines)) {
        if (!line.empty()) {
            words.push_back(line);
        }
    }
    EXPECT_THAT(words,
        ElementsAre("000012", "机密★1年", "特急", "政协崇川区委员会文件", "崇政协〔2022〕5号",
            "关于印发《2022年度协商计划》的通知", "各镇、街道党（工）委：", "一、总体要求",
            "（一）原则。先调研，后协商", "“有事好商量”协商议事，2022年完成。", "1. 甲", "2. 乙",
            "任务表", "序号|议题", "政协崇川区委员会", "2022年3月5日", "（联系人：张堃）",
            "抄送：区委办公室。", "政协办公室\t2022年3月5日印发"));
}

// GB/T 9704-2012 §5.2: one twip is 0.018 mm.
TEST(OfficialDocx, PagesHaveTheTypeAreaAndTheGridOfTheStandard)
{
    const auto body = body_of(sample_of(OfficialKind::document));
    EXPECT_THAT(body, HasSubstr(R"(<w:pgSz w:w="11906" w:h="16838"/>)"));
    EXPECT_THAT(
        body, HasSubstr(R"(<w:pgMar w:top="2098" w:right="1468" w:bottom="1984" w:left="1587")"));
    EXPECT_THAT(body, HasSubstr(R"(<w:docGrid w:type="lines" w:linePitch="579"/>)"));
    EXPECT_THAT(part_of(sample_of(OfficialKind::document), "word/settings.xml"),
        HasSubstr("<w:evenAndOddHeaders/>"));
}

TEST(OfficialDocx, ChineseQuotesTakeTheChineseFontAndDigitsTheLatinOne)
{
    const auto body = body_of(plain_with(Paragraph{{{"“好”2022", false}}}));
    EXPECT_THAT(body,
        HasSubstr(R"(<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312")"
                  R"( w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/></w:rPr>)"
                  R"(<w:t xml:space="preserve">“好”</w:t></w:r>)"
                  R"(<w:r><w:t xml:space="preserve">2022</w:t></w:r>)"));
    EXPECT_THAT(part_of({}, "word/styles.xml"),
        HasSubstr(
            R"(w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312")"));
}

TEST(OfficialDocx, TurnsPagesForWideTablesAndRepeatsTheirHeads)
{
    OfficialTable table{"", {1, 1}, 1, {}, true};
    table.rows.resize(2);
    auto document = sample_of(OfficialKind::document);
    document.body.push_back(table);
    const auto body = body_of(document);
    const auto upright = body.find(R"(<w:pgSz w:w="11906" w:h="16838"/>)");
    const auto turned = body.find(R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)");
    const auto again = body.find(R"(<w:pgSz w:w="11906" w:h="16838"/>)", turned);
    EXPECT_TRUE(upright < turned && turned < again && again != body.npos);
    EXPECT_THAT(body, HasSubstr("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
    EXPECT_THAT(body, HasSubstr("<w:tr><w:trPr><w:cantSplit/></w:trPr>"));
    // Alone it stands on turned pages only.
    EXPECT_EQ(body_of(plain_with(table)).find(R"(w:w="11906" w:h="16838")"), body.npos);
}

TEST(OfficialDocx, WritesBlanksForWhatXmlCannotHold)
{
    const auto document = plain_with(Paragraph{
        {{std::string("甲\0乙\x1B\n丙\xFF丁\xEF\xBF\xBF😀שלום", 31), false}}, Placing::flush});
    const auto read = official_reading(official_docx(document).value()).value();
    EXPECT_EQ(std::get<Paragraph>(read.body.at(0)).runs.at(0).text, "甲 乙  丙\uFFFD丁\uFFFD😀שלום");
}

TEST(OfficialDocx, RefusesWhatIsNoPictureOrTooLarge)
{
    const auto code = [](std::string bytes) {
        auto document = plain_with(Paragraph{});
        document.annexes.push_back({"附件", {Figure{std::move(bytes), 0, ""}}});
        const auto written = official_docx(document);
        return written ? "" : written.error().code + " " + written.error().params.at("figure");
    };
    EXPECT_EQ(code("GIF89a"), "documents.official_picture_kind 1");
    EXPECT_EQ(code(""), "documents.official_picture_kind 1");
    EXPECT_EQ(code(png_header_of(10'000, 10'000)), "documents.official_picture_large 1");
    EXPECT_EQ(code(png_header_of(8'000, 5'000)), "");
}

TEST(OfficialDocx, RefusesTablesWiderThanWordReads)
{
    OfficialTable table;
    table.rows.push_back({std::vector<Cell>(63)});
    EXPECT_TRUE(official_docx(plain_with(table)));
    table.rows.front().cells.front().columns = 2;
    const auto refused = official_docx(plain_with(table));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "documents.official_table_wide");
    EXPECT_EQ(refused.error().params.at("columns"), "64");
}

TEST(OfficialDocx, TakesSharesThatAreNone)
{
    OfficialTable table{"", {std::numeric_limits<double>::quiet_NaN(), -1, 1e300, 0}, 9, {}, false};
    table.rows.push_back({{{}, {}}});
    const auto read = official_reading(official_docx(plain_with(table)).value()).value();
    const auto& shares = std::get<OfficialTable>(read.body.at(0)).shares;
    EXPECT_THAT(shares, ElementsAre(2211, 2211, 2211, 2211));
    EXPECT_EQ(std::get<OfficialTable>(read.body.at(0)).heads, 1U);
}

// A page is 22 lines of 28 characters; figures stay no higher than a page.
TEST(OfficialDocx, WritesFiveHundredPagesAndTenThousandRows)
{
    std::string page;
    for (int i = 0; i < 22 * 28; ++i) {
        page += "协";
    }
    OfficialDocument document;
    document.body.assign(500, Paragraph{{{page, false}}, Placing::flush});
    EXPECT_EQ(official_reading(official_docx(document).value()).value(), document);

    OfficialTable table;
    table.rows.assign(10'000, {{{{{"甲", false}}}, {{{"乙", false}}}}});
    EXPECT_EQ(official_reading(official_docx(plain_with(table)).value()).value(),
        tidied(plain_with(table)));
    table.rows.assign(10'000, {std::vector<Cell>(6)});
    EXPECT_FALSE(official_reading(official_docx(plain_with(table)).value())) << "limits.h";
    EXPECT_EQ(figure_size({png_header_of(10, 1000), 0, ""}).height, 20'000);
}

TEST(OfficialReading, RefusesWhatThisProgramDidNotWrite)
{
    EXPECT_EQ(official_reading(tests::docx_of({.body = tests::paragraph("一、总则")})).error().code,
        "documents.official_foreign");
    EXPECT_EQ(official_reading("no archive").error().code, "documents.damaged");
}

} // namespace
} // namespace xieshang::documents
