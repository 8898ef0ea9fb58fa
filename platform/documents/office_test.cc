// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whatever happens to an office file on its way, it is read or refused with a code; all text that
// comes out is valid.
#include "platform/documents/office.h"

#include "platform/documents/letters.h"
#include "platform/documents/limits.h"
#include "platform/documents/xml.h"
#include "tests/support/office_files.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::documents {
namespace {

using Parts = std::vector<tests::ZipPart>;

Parts a_document()
{
    return tests::parts_of(tests::Docx{.body = tests::numbered("甲", 1)
            + tests::table({{"序号", "议题"}, {"1", "乙"}, {"^", "丙"}}) + tests::paragraph("丁"),
        .lists = tests::list_of(1, {{"chineseCounting", "%1、"}, {"decimal", "%1.%2"}})});
}

Parts a_workbook()
{
    return tests::parts_of(tests::Xlsx{
        .sheets = {{"S", tests::rows_of({{"甲", "#46154"}, {"", "< s=\"1\"><v>3.5</v></c>"}}),
            "<mergeCell ref=\"A1:A2\"/>", ""}},
        .shared = {"乙"},
        .formats = "<numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m;;@\"/>",
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"176\"/>"});
}

std::string mutated(std::string text)
{
    static const std::vector<std::string> pieces{"<", ">", "/>", "\"", "&", "&#0;", "&#xD800;",
        "\xFF", "%9", "-1", "99999999999", "<w:tbl>", "<w:tr>", "<w:tc/>", "[", ";", "A1:XFD9",
        "<![CDATA[x]]>", "<!--", std::string(1, '\0')};
    for (int times = *rc::gen::inRange(1, 6); times > 0; --times) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        const auto length = *rc::gen::inRange<std::size_t>(0, 12);
        switch (*rc::gen::inRange(0, 3)) {
        case 0:
            text.insert(at, *rc::gen::elementOf(pieces));
            break;
        case 1:
            text.erase(std::min(at, text.size()), length);
            break;
        default:
            text.insert(
                at, text.substr(*rc::gen::inRange<std::size_t>(0, text.size() + 1), length));
        }
    }
    return text;
}

void check(const std::string& bytes)
{
    const auto read = office_text(bytes);
    if (!read) {
        RC_ASSERT(read.error().code.starts_with("documents."));
        return;
    }
    for (std::size_t i = 0; i < read->text.lines.size(); ++i) {
        const auto& line = read->text.lines[i];
        RC_ASSERT(line.number >= 1);
        RC_ASSERT(clean(line.sheet.text()) == line.sheet);
        for (const auto& cell : line.cells) {
            RC_ASSERT(clean(cell) == cell);
            RC_ASSERT((!line.is_row || cell.find('\t') == cell.npos));
        }
        for (const auto& merged : line.merged) {
            RC_ASSERT(merged.column >= line.cells.size() || line.cells[merged.column].empty());
            RC_ASSERT(merged.line < i);
            RC_ASSERT(!read->text.lines[merged.line].cells.at(merged.column).empty());
        }
    }
}

TEST(Office, ReadsOrRefusesWhateverStandsInItsParts)
{
    EXPECT_TRUE(rc::check([] {
        auto parts = *rc::gen::arbitrary<bool>() ? a_document() : a_workbook();
        auto& part = parts[*rc::gen::inRange<std::size_t>(0, parts.size())];
        part.content = mutated(part.content);
        check(tests::zip_of(parts));
    }));
}

TEST(Office, ReadsOrRefusesWhateverItsBytesAre)
{
    EXPECT_TRUE(rc::check([] {
        const auto parts = *rc::gen::arbitrary<bool>() ? a_document() : a_workbook();
        check(mutated(*rc::gen::arbitrary<bool>() ? tests::zip_of(parts) : tests::zip64_of(parts)));
    }));
}

TEST(Office, ReadsArchivesOfZip64AsOthers)
{
    for (const auto& parts : {a_document(), a_workbook()}) {
        const auto usual = office_text(tests::zip_of(parts));
        const auto longer = office_text(tests::zip64_of(parts));
        ASSERT_TRUE(usual);
        ASSERT_TRUE(longer) << longer.error().code;
        EXPECT_EQ(longer->text.lines, usual->text.lines);
        EXPECT_FALSE(longer->text.lines.empty());
    }
}

// ASCII and the few other characters of these parts, each in two bytes.
std::string in_utf16(const std::string& utf8, bool is_big, const std::string& mark)
{
    std::string bytes = mark;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = next_character(utf8, at);
        unsigned value = static_cast<unsigned char>(character[0]);
        if (character.size() == 3) {
            value = (value & 0x0FU) << 12U
                | (static_cast<unsigned char>(character[1]) & 0x3FU) << 6U
                | (static_cast<unsigned char>(character[2]) & 0x3FU);
        }
        const auto low = static_cast<char>(value & 0xFFU);
        const auto high = static_cast<char>(value >> 8U);
        bytes += is_big ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

TEST(Office, ReadsPartsInUtf16)
{
    for (const auto& parts : {a_document(), a_workbook()}) {
        const auto usual = office_text(tests::zip_of(parts));
        for (const bool is_big : {false, true}) {
            for (const std::string mark : {"", is_big ? "\xFE\xFF" : "\xFF\xFE"}) {
                auto others = parts;
                for (auto& part : others) {
                    part.content = in_utf16(part.content, is_big, mark);
                }
                const auto read = office_text(tests::zip_of(others));
                ASSERT_TRUE(read) << read.error().code;
                EXPECT_EQ(read->text.lines, usual->text.lines);
            }
        }
    }
}

TEST(Office, RefusesOtherEncodingsByTheirName)
{
    const auto code_of = [](const std::string& bytes) {
        const auto read = read_xml(bytes, "x");
        return read ? "" : read.error().code + " " + read.error().params.find("part")->second;
    };
    const std::string head = "<?xml version=\"1.0\" encoding=\"gbk\"?><a>";
    const auto refused = read_xml(head + "\xD2\xE9</a>", "x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "documents.encoding");
    EXPECT_EQ(refused.error().params.at("encoding"), "GBK");
    EXPECT_EQ(code_of(head + "plain</a>"), "");
    EXPECT_EQ(code_of("<?xml version='1.0' encoding='utf-16'?><a>议</a>"), "");
    EXPECT_EQ(code_of(std::string("\xFF\xFE\0\0<\0\0\0", 8)), "documents.encoding x");
    EXPECT_EQ(
        code_of(in_utf16("<a>", false, "\xFF\xFE") + "\x01\xD8" + in_utf16("</a>", false, "")),
        "documents.damaged x");
    EXPECT_EQ(code_of(in_utf16("<a/>", false, "\xFF\xFE") + " "), "documents.damaged x");
    const std::string half_of_most(
        (most_part_bytes / 3) * 2, '\x4E'); // 乎 in two bytes, three in UTF-8
    EXPECT_EQ(
        code_of(in_utf16("<a>", false, "\xFF\xFE") + half_of_most + in_utf16("</a>", false, "")),
        "documents.unpacks_too_large x");
}

TEST(Office, KeepsToTheDepthThatItsReadersCanBear)
{
    std::string deep;
    for (int i = 0; i < most_depth; ++i) {
        deep = "<a>" + deep + "</a>";
    }
    EXPECT_TRUE(read_xml(deep, "x"));
    EXPECT_EQ(read_xml("<a>" + deep + "</a>", "x").error().code, "documents.too_deep");
}

} // namespace
} // namespace xieshang::documents
