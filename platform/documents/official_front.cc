// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_front.h"

#include "platform/documents/mark_size.h"
#include "platform/documents/official_fonts.h"
#include "platform/documents/official_format.h"
#include "platform/documents/official_rules.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/title_lines.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::documents {
namespace {

constexpr double mark_ink = 0.92 * 25.4 / 72;      // mm a point of size: how high Han is
constexpr int half_character = two_characters / 4; // twips

// A line of exactly 1.2 of the size has its baseline at four fifths; the ink of Han begins 0.84 of
// the size above that.
constexpr double mark_line = 1.2;
constexpr double mark_ink_below_line_top = 0.8 * mark_line - 0.84;

std::string before(int height) { return fmt::format(R"(<w:spacing w:before="{}"/>)", height); }

std::string exactly(int height)
{
    return fmt::format(R"(<w:spacing w:line="{}" w:lineRule="exact"/>)", height);
}

int ink_offset(double size_pt) { return static_cast<int>(20 * size_pt * mark_ink_below_line_top); }

void write_mark(WordText& out, const std::string& mark, std::string_view frame)
{
    const double size = mark_size_pt(mark);
    out.begin_paragraph(
        styles::mark, std::string(frame) + exactly(static_cast<int>(20 * size * mark_line)));
    out.run(mark, fonts::xiaobiaosong, {},
        fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", static_cast<int>(2 * size)));
    out.end_paragraph();
}

struct LeftItem {
    std::string_view style;
    std::string_view font;
    std::string text;
};

// §7.2.1 … §7.2.3: in this order, a line each.
std::vector<LeftItem> left_items(const Head& head)
{
    std::vector<LeftItem> items{{styles::copy_number, fonts::fangsong, head.copy_number},
        {styles::secrecy, fonts::heiti, head.secrecy},
        {styles::urgency, fonts::heiti, head.urgency}};
    std::erase_if(items, [](const auto& item) { return item.text.empty(); });
    return items;
}

std::string tabs_at(std::initializer_list<int> places)
{
    std::string xml = "<w:tabs>";
    for (const int place : places) {
        xml += fmt::format(R"(<w:tab w:val="left" w:pos="{}"/>)", place);
    }
    return xml + "</w:tabs>";
}

// §7.2.6: the number one character from the left, in the line of the last name; names two a line,
// one character from the right, later ones under the first.
void write_number_with_signers(WordText& out, const Head& head)
{
    constexpr int label_halves = 8; // 签发人：
    int widest = 0;
    for (std::size_t i = 0; i < head.signers.size(); i += 2) {
        const int second = i + 1 < head.signers.size() ? 2 + half_widths(head.signers[i + 1]) : 0;
        widest = std::max(widest, half_widths(head.signers[i]) + second);
    }
    const int names = std::max(2 + label_halves, 2 * format::characters - 2 - widest);
    const auto tabs = tabs_at(
        {2 * half_character, (names - label_halves) * half_character, names * half_character});
    for (std::size_t i = 0; i < head.signers.size(); i += 2) {
        const bool is_last = i + 2 >= head.signers.size();
        const auto space = i == 0 ? before(format::lines_below_mark * line_height) : "";
        out.begin_paragraph(
            is_last ? styles::number : styles::signers, tabs + space + R"(<w:jc w:val="left"/>)");
        out.tab();
        if (is_last) {
            out.run(head.number, fonts::fangsong, styles::number_words);
        }
        out.tab();
        if (i == 0) {
            out.run("签发人：", fonts::fangsong);
        } else {
            out.tab();
        }
        out.run(head.signers[i], fonts::kaiti, styles::signer);
        if (i + 1 < head.signers.size()) {
            out.run("　", fonts::fangsong);
            out.run(head.signers[i + 1], fonts::kaiti, styles::signer);
        }
        out.end_paragraph();
    }
}

void write_rule(WordText& out)
{
    out.begin_paragraph(styles::rule);
    out.end_paragraph();
}

void write_document_head(WordText& out, const Head& head)
{
    const auto items = left_items(head);
    for (const auto& item : items) {
        out.paragraph(item.style, item.font, item.text);
    }
    if (!head.mark.empty()) {
        const int above =
            static_cast<int>(items.size()) * line_height + ink_offset(mark_size_pt(head.mark));
        out.space(std::max(20, twips(format::mark_below_top) - above));
        write_mark(out, head.mark, {});
    }
    if (!head.signers.empty()) {
        write_number_with_signers(out, head);
    } else if (!head.number.empty()) {
        out.paragraph(styles::number, fonts::fangsong, head.number,
            before(format::lines_below_mark * line_height));
    }
    write_rule(out);
}

// §10.1: mark and rule hang from the page's upper edge; below the rule the number on the right and
// the other elements on the left, the first of both in one line.
void write_letter_head(WordText& out, const Head& head)
{
    const double size = mark_size_pt(head.mark);
    const double ink = mark_ink * size;
    const int above = twips(format::letter_mark_top) - ink_offset(size);
    const int below = twips(format::letter_mark_top + ink + format::letter_rule_below_mark);
    write_mark(out, head.mark,
        fmt::format(R"(<w:framePr w:w="{}" w:h="{}" w:hRule="exact" w:wrap="notBeside" )"
                    R"(w:vAnchor="page" w:hAnchor="page" w:x="{}" w:y="{}"/>)",
            twips(format::letter_rule_width), below - above,
            twips((format::page_width - format::letter_rule_width) / 2), above));
    out.space(20); // stands below the frame, which the rule's borders alone would not
    out.raw(letter_rule_xml(LetterRule::thick_above));
    const auto items = left_items(head);
    const auto tab_right = fmt::format(
        R"(<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>)", twips(format::area_width));
    for (const auto& item : items) {
        const bool has_number = &item == &items.front() && !head.number.empty();
        out.begin_paragraph(item.style, has_number ? tab_right : "");
        out.run(item.text, item.font);
        if (has_number) {
            out.tab();
            out.run(head.number, fonts::fangsong, styles::number_words);
        }
        out.end_paragraph();
    }
    if (items.empty() && !head.number.empty()) {
        out.paragraph(styles::number, fonts::fangsong, head.number, R"(<w:jc w:val="right"/>)");
    }
}

void write_title(WordText& out, const OfficialDocument& document)
{
    const int above = document.kind == OfficialKind::plain ? 0 : format::lines_above_title;
    out.begin_paragraph(styles::title,
        fmt::format(R"(<w:spacing w:before="{}" w:after="{}"/>)", above * line_height,
            format::lines_above_addressees * line_height));
    const auto lines = title_lines(document.title, title_characters);
    for (const auto& line : lines) {
        if (&line != &lines.front()) {
            out.line_break();
        }
        out.run(line, fonts::xiaobiaosong);
    }
    out.end_paragraph();
}

} // namespace

void write_front(WordText& out, const OfficialDocument& document)
{
    switch (document.kind) {
    case OfficialKind::document:
    case OfficialKind::minutes:
        write_document_head(out, document.head);
        break;
    case OfficialKind::letter:
        write_letter_head(out, document.head);
        break;
    case OfficialKind::plain:
        break;
    }
    if (!document.title.empty()) {
        write_title(out, document);
    }
    if (!document.addressees.empty()) {
        out.paragraph(styles::addressees, fonts::fangsong, document.addressees + "：");
    }
}

} // namespace xieshang::documents
