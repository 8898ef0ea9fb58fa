// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_sections.h"

#include "platform/documents/official_format.h"
#include "platform/documents/official_styles.h"

#include <fmt/format.h>
#include <utility>

namespace xieshang::documents {
namespace {

constexpr int right_margin = twips(format::page_width - format::left - format::area_width); // 26 mm
constexpr int bottom_margin = twips(format::page_height - format::top - format::area_height);

// Room for the last of 28 characters where a program rounds.
constexpr int for_last_character = 6; // twips

constexpr int footer_margin = twips(format::letter_rule_above_foot);

std::string footer(std::string_view type, std::string_view id)
{
    return fmt::format(R"(<w:footerReference w:type="{}" r:id="{}"/>)", type, id);
}

} // namespace

std::string OfficialSections::properties()
{
    const bool is_first_of_letter = is_first_ && kind_ == OfficialKind::letter;
    std::string xml = "<w:sectPr>"
        + footer("default", landscape_ ? footers::odd_turned : footers::odd)
        + footer("even", landscape_ ? footers::even_turned : footers::even);
    xml += is_first_of_letter ? footer("first", footers::first_of_letter) : "";
    const int across = twips(format::page_width);
    const int along = twips(format::page_height);
    const int top = twips(format::top);
    const int left = twips(format::left);
    xml += landscape_
        ? fmt::format(R"(<w:pgSz w:w="{}" w:h="{}" w:orient="landscape"/>)", along, across)
        : fmt::format(R"(<w:pgSz w:w="{}" w:h="{}"/>)", across, along);
    // A turned page is the sheet turned to the right: its left edge is above (§7.6).
    xml += fmt::format(R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}")",
        landscape_ ? left : top, landscape_ ? top : right_margin - for_last_character,
        landscape_ ? right_margin : bottom_margin, landscape_ ? bottom_margin : left);
    xml += fmt::format(R"( w:header="851" w:footer="{}" w:gutter="0"/>)", footer_margin);
    xml += is_first_of_letter ? "<w:titlePg/>" : "";
    xml += fmt::format(R"(<w:docGrid w:type="lines" w:linePitch="{}"/></w:sectPr>)", line_height);
    return xml;
}

void OfficialSections::begin(bool landscape)
{
    const bool goes_on = landscape && std::exchange(is_above_table_, false);
    const bool has_content = out_.size() > begun_at_;
    if (has_content && !goes_on && (landscape || landscape_)) {
        out_.begin_paragraph(styles::gap, properties());
        out_.end_paragraph();
        begun_at_ = out_.size();
        is_first_ = false;
    }
    landscape_ = landscape;
}

void OfficialSections::begin_above_table(bool landscape)
{
    begin(landscape);
    is_above_table_ = landscape;
}

void OfficialSections::end() { out_.raw(properties()); }

} // namespace xieshang::documents
