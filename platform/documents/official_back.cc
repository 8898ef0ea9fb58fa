// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_back.h"

#include "platform/documents/official_fonts.h"
#include "platform/documents/official_format.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/official_tidy.h"
#include "platform/documents/title_lines.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::documents {
namespace {

constexpr double one_character = two_characters / 2.0; // twips
constexpr double a_hair = 0.25;       // of a character, so that rounding breaks no line
constexpr int lines_above_sealed = 2; // so that the seal's upper edge is a line below the text

int in_twips(double characters) { return static_cast<int>(characters * one_character); }

std::string spaced(int lines)
{
    return lines == 0 ? "" : fmt::format(R"(<w:spacing w:before="{}"/>)", lines * line_height);
}

double width_in_characters(std::string_view text) { return half_widths(text) / 2.0; }

// §7.3.4: one line below the text, two characters in; names stand under each other.
void write_annex_list(WordText& out, const std::vector<Annex>& annexes)
{
    constexpr double label = 3; // 附件：
    for (std::size_t i = 0; i < annexes.size(); ++i) {
        const auto number = annexes.size() == 1 ? "" : fmt::format("{}. ", i + 1);
        const double hangs = width_in_characters(number) + (i == 0 ? label : 0);
        const double left = 2 + label + width_in_characters(number);
        out.begin_paragraph(styles::annex_list,
            spaced(i == 0 ? 1 : 0)
                + fmt::format(
                    R"(<w:ind w:left="{}" w:hanging="{}"/>)", in_twips(left), in_twips(hangs)));
        out.run((i == 0 ? "附件：" : "") + number + annexes[i].title, fonts::fangsong);
        out.end_paragraph();
    }
}

std::string right_indent(double characters)
{
    return fmt::format(R"(<w:ind w:right="{}"/>)", in_twips(characters));
}

double width_of_widest(const std::vector<std::string>& bodies)
{
    double width = 0;
    for (const auto& body : bodies) {
        width = std::max(width, width_in_characters(body));
    }
    return width;
}

// §7.3.5.2: two characters from the right, the date beginning two characters behind the body; a
// date that is longer has the two characters, and the body moves.
void write_unsealed(WordText& out, const Signature& signature)
{
    const double body = width_of_widest(signature.bodies);
    const double date = width_in_characters(signature.date);
    const bool is_longer = signature.bodies.empty() || body - date < 2;
    for (const auto& one : signature.bodies) {
        const bool is_first = &one == &signature.bodies.front();
        out.paragraph(styles::signature, fonts::fangsong, one,
            spaced(is_first ? 1 : 0)
                + right_indent(is_longer && !signature.date.empty() ? 4 + date - body : 2));
    }
    if (!signature.date.empty()) {
        out.paragraph(styles::date, fonts::fangsong, signature.date,
            spaced(signature.bodies.empty() ? 1 : 0) + right_indent(is_longer ? 2 : body - date));
    }
}

// §7.3.5.1: the date four characters from the right, the bodies above its middle; where they are
// too wide for that they end at the edge and the date stands below their middle.
void write_sealed(WordText& out, const Signature& signature)
{
    const double body = width_of_widest(signature.bodies);
    const double date = width_in_characters(signature.date);
    const double around = std::max(8 + date, std::min<double>(body, format::characters));
    for (const auto& one : signature.bodies) {
        const bool is_first = &one == &signature.bodies.front();
        out.paragraph(styles::sealed_signature, fonts::fangsong, one,
            spaced(is_first ? lines_above_sealed : 0)
                + fmt::format(R"(<w:ind w:left="{}"/>)",
                    in_twips(std::max(0.0, format::characters - around - a_hair))));
    }
    if (!signature.date.empty()) {
        out.paragraph(styles::sealed_date, fonts::fangsong, signature.date,
            spaced(signature.bodies.empty() ? lines_above_sealed : 0)
                + right_indent((around - date) / 2));
    }
}

// §10.3: the label in 黑体, two characters in; names stand under the first.
void write_presence(WordText& out, const std::vector<Presence>& presence)
{
    for (const auto& one : presence) {
        const double label = width_in_characters(one.label) + 1;
        out.begin_paragraph(styles::presence,
            spaced(&one == &presence.front() ? 1 : 0)
                + fmt::format(R"(<w:ind w:left="{}" w:hanging="{}"/>)", in_twips(2 + label),
                    in_twips(label)));
        out.run(one.label, fonts::heiti, styles::label);
        out.run("：" + one.names, fonts::fangsong);
        out.end_paragraph();
    }
}

// 0.35 mm is an eighth of a point above 0.99 points; 0.25 mm are 0.71.
constexpr int outer_rule = static_cast<int>(format::imprint_outer_rule * 72 / 25.4 * 8 + 0.5);
constexpr int inner_rule = static_cast<int>(format::imprint_inner_rule * 72 / 25.4 * 8 + 0.5);

std::string edge(std::string_view name, int eighths)
{
    return fmt::format(
        R"(<w:{} w:val="single" w:sz="{}" w:space="0" w:color="auto"/>)", name, eighths);
}

void open_imprint(WordText& out)
{
    const int width = table_width(false);
    // Placed by the page's edge: one as wide as the text would not float in LibreOffice.
    out.raw(fmt::format(R"(<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" )"
                        R"(w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{}" )"
                        R"(w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>)",
        twips(format::left)));
    out.raw(fmt::format(R"(<w:tblW w:w="{0}" w:type="dxa"/><w:tblBorders>{1}{2}{3}</w:tblBorders>)"
                        R"(<w:tblLayout w:type="fixed"/><w:tblCellMar>)"
                        R"(<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>)"
                        R"(</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{0}"/></w:tblGrid>)",
        width, edge("top", outer_rule), edge("bottom", outer_rule), edge("insideH", inner_rule)));
}

void write_imprint_row(WordText& out, const WordText& paragraph)
{
    out.raw(fmt::format(
        R"(<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)"
        R"(</w:tcPr>{}</w:tc></w:tr>)",
        table_width(false), paragraph.xml()));
}

} // namespace

void write_back(WordText& out, const OfficialDocument& document)
{
    const bool has_names = std::any_of(document.annexes.begin(), document.annexes.end(),
        [](const auto& annex) { return !annex.title.empty(); });
    if (has_names) {
        write_annex_list(out, document.annexes);
    }
    if (document.signature.sealed) {
        write_sealed(out, document.signature);
    } else {
        write_unsealed(out, document.signature);
    }
    if (!document.note.empty()) {
        out.paragraph(styles::note, fonts::fangsong, "（" + document.note + "）");
    }
    write_presence(out, document.presence);
}

void write_annex_head(WordText& out, const Annex& annex, std::size_t number, std::size_t of)
{
    out.paragraph(
        styles::annex_mark, fonts::heiti, of == 1 ? "附件" : fmt::format("附件{}", number));
    if (annex.title.empty()) {
        return;
    }
    out.begin_paragraph(styles::annex_title,
        fmt::format(R"(<w:spacing w:before="{0}" w:after="{0}"/>)", line_height));
    const auto lines = title_lines(annex.title, title_characters);
    for (const auto& line : lines) {
        if (&line != &lines.front()) {
            out.line_break();
        }
        out.run(line, fonts::xiaobiaosong);
    }
    out.end_paragraph();
}

void write_imprint(WordText& out, const Imprint& imprint)
{
    const bool has_printer = !imprint.printed_by.empty() || !imprint.printed_on.empty();
    if (imprint.copies_to.empty() && !has_printer) {
        return;
    }
    open_imprint(out);
    if (!imprint.copies_to.empty()) {
        WordText copies;
        copies.paragraph(styles::copies, fonts::fangsong, "抄送：" + imprint.copies_to + "。");
        write_imprint_row(out, copies);
    }
    if (has_printer) {
        WordText printed;
        printed.begin_paragraph(styles::printed,
            fmt::format(
                R"(<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>)", table_width(false) - 276));
        printed.run(imprint.printed_by, fonts::fangsong);
        printed.tab();
        printed.run(
            imprint.printed_on + (imprint.printed_on.empty() ? "" : "印发"), fonts::fangsong);
        printed.end_paragraph();
        write_imprint_row(out, printed);
    }
    out.raw("</w:tbl>");
    out.space(20); // what the table hangs on
}

} // namespace xieshang::documents
