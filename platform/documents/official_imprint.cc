// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"

#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double inset = format::character_pitch;

Words small(std::string text) { return {std::move(text), Face::fangsong, format::size_small}; }

void add_rule(Strip& imprint, double y, double height)
{
    imprint.rules.push_back({0, y - height / 2, format::area_width, height, Ink::black});
}

// 抄送: one character from both sides; what goes on aligns behind the colon; ends with 。
void put_copies(Pages& pages, Strip& imprint, std::string_view copies_to)
{
    const auto label = single_line({small("抄送：")}, pages.measure());
    const auto left = inset + label.width_mm;
    const auto baseline = baseline_in(imprint_pitch, format::size_small);
    put(imprint, label, inset, imprint.height_mm + baseline);
    for (auto& line : broken_lines({small(plain(copies_to) + "。")},
             {.width_mm = format::area_width - inset, .first_mm = left, .others_mm = left},
             pages.measure())) {
        put(imprint, std::move(line), 0, imprint.height_mm + baseline);
        imprint.height_mm += imprint_pitch;
    }
}

// 印发机关 one character from the left, 印发日期 with 印发 one from the right.
void put_printing(Pages& pages, Strip& imprint, const Imprint& said)
{
    const auto by = single_line({small(plain(said.printed_by))}, pages.measure());
    const auto on = single_line(
        {small(said.printed_on.empty() ? "" : plain(said.printed_on) + "印发")}, pages.measure());
    const auto baseline = baseline_in(imprint_pitch, format::size_small);
    const bool apart = by.width_mm + on.width_mm + 3 * inset > format::area_width; // a line each
    put(imprint, by, inset, imprint.height_mm + baseline);
    imprint.height_mm += apart ? imprint_pitch : 0;
    put(imprint, on, format::area_width - inset - on.width_mm, imprint.height_mm + baseline);
    imprint.height_mm += imprint_pitch;
}

Strip imprint_of(Pages& pages, const Imprint& said, bool ruled)
{
    Strip imprint;
    const bool copies = !plain(said.copies_to).empty();
    const bool printing = ruled && !(said.printed_by.empty() && said.printed_on.empty());
    if (copies) {
        put_copies(pages, imprint, said.copies_to);
    }
    if (copies && printing) {
        add_rule(imprint, imprint.height_mm, format::imprint_inner_rule);
    }
    if (printing) {
        put_printing(pages, imprint, said);
    }
    if (ruled && imprint.height_mm > 0) {
        add_rule(imprint, 0, format::imprint_outer_rule);
        add_rule(imprint, imprint.height_mm, format::imprint_outer_rule);
    }
    return imprint;
}

} // namespace

// The last rule lies on the lower edge of the type area of the last page. Where the imprint has no
// room below the text it takes a page of its own, which bears no number (§7.5). A letter's has
// neither rules nor who printed it (§10.1).
void add_imprint(Pages& pages, const OfficialDocument& document)
{
    if (document.kind == OfficialKind::plain) {
        return;
    }
    auto imprint = imprint_of(pages, document.imprint, document.kind != OfficialKind::letter);
    if (imprint.height_mm == 0) {
        return;
    }
    pages.settle();
    if (imprint.height_mm > pages.room_mm() || pages.is_turned()) {
        pages.begin_page();
        pages.leave_unnumbered();
    }
    const auto top = pages.height_mm() - imprint.height_mm;
    pages.put_at(top, std::move(imprint));
}

} // namespace xieshang::documents::press
