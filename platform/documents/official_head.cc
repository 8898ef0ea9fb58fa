// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"
#include "platform/documents/title_lines.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double square = format::size_body * 25.4 / 72; // of a character of 3号

BrokenLine of(std::string_view text, Face face, double size_pt, Pages& pages, Ink ink = Ink::black)
{
    return single_line({{plain(text), face, size_pt, ink}}, pages.measure());
}

void add_red_rule(Strip& head, double x, double y, double width, double height)
{
    head.rules.push_back({x, y, width, height, Ink::red});
}

// 份号, 密级★期限, 紧急程度 (§7.2.1 … §7.2.3): flush left, one below the other. → the next line's
// top.
double put_notes(Pages& pages, Strip& head, const Head& said, double top)
{
    const std::array<std::pair<std::string_view, Face>, 3> notes{{
        {said.copy_number, Face::fangsong},
        {said.secrecy, Face::heiti},
        {said.urgency, Face::heiti},
    }};
    for (const auto& [text, face] : notes) {
        if (!text.empty()) {
            const auto digits = face == Face::heiti ? face : Face::latin; // 3号黑体字, as a whole
            auto line = single_line(
                {{plain(text), face, format::size_body, Ink::black, digits}}, pages.measure());
            put(head, std::move(line), 0, top + baseline_in(format::line_pitch, format::size_body));
            top += format::line_pitch;
        }
    }
    return top;
}

// 发文机关标志 (§7.2.4): its ink begins at `top`. As large as fits the area's width; what would be
// smaller than the text is broken into lines. → where it ends.
double put_mark(Pages& pages, Strip& head, std::string_view mark, double top)
{
    const auto text = plain(mark);
    if (text.empty()) {
        return top;
    }
    const auto wide = of(text, Face::xiaobiaosong, size_mark, pages).width_mm;
    const auto size = std::min(size_mark, size_mark * format::area_width / wide);
    const auto least = format::size_body;
    const auto lines =
        size >= least ? std::vector<std::string>{text} : title_lines(text, format::characters);
    const auto taken = std::max(size, least);
    auto baseline = top + pages.measure().ink_above_mm(Face::xiaobiaosong, taken, lines.front());
    for (const auto& line : lines) {
        auto broken = of(line, Face::xiaobiaosong, taken, pages, Ink::red);
        const auto x = (format::area_width - broken.width_mm) / 2;
        put(head, std::move(broken), x, baseline);
        baseline += format::line_pitch;
    }
    return bottom_of(baseline - format::line_pitch, taken);
}

// 签发人 (§7.2.6): one character from the right, two names a line. → the last line's top.
double put_signers(Pages& pages, Strip& head, const std::vector<std::string>& signers, double top)
{
    constexpr std::size_t a_line = 2;
    const auto label = of("签发人：", Face::fangsong, format::size_body, pages);
    double widest = 0;
    for (const auto& name : signers) {
        widest = std::max(widest, of(name, Face::kaiti, format::size_body, pages).width_mm);
    }
    const auto columns = static_cast<double>(std::min(a_line, signers.size()));
    const auto names = columns * (widest + format::character_pitch) - format::character_pitch;
    const auto left = format::area_width - format::character_pitch - names;
    auto baseline = top + baseline_in(format::line_pitch, format::size_body);
    put(head, label, left - label.width_mm, baseline);
    for (std::size_t at = 0; at < signers.size(); ++at) {
        if (at > 0 && at % a_line == 0) {
            top += format::line_pitch;
            baseline += format::line_pitch;
        }
        put(head, of(signers[at], Face::kaiti, format::size_body, pages),
            left + static_cast<double>(at % a_line) * (widest + format::character_pitch), baseline);
    }
    return top;
}

// 发文字号 (§7.2.5): two lines below the mark, centred; beside the last signer it stands one
// character from the left. → the lowest place of its line.
double put_number(Pages& pages, Strip& head, const Head& said, double top)
{
    if (said.number.empty() && said.signers.empty()) {
        return top - format::rule_below_number;
    }
    if (!said.signers.empty()) {
        top = put_signers(pages, head, said.signers, top);
    }
    auto number = of(said.number, Face::fangsong, format::size_body, pages);
    const auto x =
        said.signers.empty() ? (format::area_width - number.width_mm) / 2 : format::character_pitch;
    const auto baseline = top + baseline_in(format::line_pitch, format::size_body);
    put(head, std::move(number), x, baseline);
    return bottom_of(baseline, format::size_body);
}

Strip red_head(Pages& pages, const Head& said)
{
    Strip head;
    put_notes(pages, head, said, 0);
    const auto mark = put_mark(pages, head, said.mark, format::mark_below_top);
    const auto number =
        put_number(pages, head, said, mark + format::lines_below_mark * format::line_pitch);
    const auto rule = number + format::rule_below_number; // §7.2.7
    add_red_rule(head, 0, rule, format::area_width, rule_red);
    head.height_mm = rule + rule_red + format::lines_above_title * format::line_pitch;
    return head;
}

// §10.1: the double rules, thick above thin below the mark, thin above thick at the page's foot;
// number and notes ⅞ of a character below the first. The title stands two lines below them.
Strip letter_head(Pages& pages, const Head& said)
{
    constexpr double both = rule_thick + rule_gap + rule_thin;
    constexpr double x = (format::page_width - format::letter_rule_width) / 2 - format::left;
    constexpr double foot = format::page_height - format::letter_rule_above_foot - format::top;
    Strip head;
    const auto mark = put_mark(pages, head, said.mark, format::letter_mark_top - format::top);
    const auto rule = mark + format::letter_rule_below_mark;
    add_red_rule(head, x, rule, format::letter_rule_width, rule_thick);
    add_red_rule(head, x, rule + both - rule_thin, format::letter_rule_width, rule_thin);
    add_red_rule(head, x, foot - both, format::letter_rule_width, rule_thin);
    add_red_rule(head, x, foot - rule_thick, format::letter_rule_width, rule_thick);

    const auto top = rule + both + square * 7 / 8 - (format::line_pitch - square) / 2;
    auto number = of(said.number, Face::fangsong, format::size_body, pages);
    const auto right = format::area_width - number.width_mm;
    put(head, std::move(number), right, top + baseline_in(format::line_pitch, format::size_body));
    const auto notes = put_notes(pages, head, said, top);
    head.height_mm =
        std::max(notes, top + format::line_pitch) + format::lines_above_title * format::line_pitch;
    return head;
}

} // namespace

void add_head(Pages& pages, const OfficialDocument& document)
{
    if (document.kind == OfficialKind::plain) {
        return;
    }
    pages.put_at(0,
        document.kind == OfficialKind::letter ? letter_head(pages, document.head)
                                              : red_head(pages, document.head));
}

} // namespace xieshang::documents::press
