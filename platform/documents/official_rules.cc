// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_rules.h"

#include "platform/documents/official_format.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/word_text.h"

#include <fmt/format.h>

namespace xieshang::documents {
namespace {

constexpr int thick = 18; // eighths of a point
constexpr int thin = 6;

} // namespace

std::string letter_rule_xml(LetterRule rule)
{
    constexpr double outside = (format::page_width - format::letter_rule_width) / 2;
    constexpr double right = format::page_width - format::left - format::area_width;
    const bool is_thick_above = rule == LetterRule::thick_above;
    WordText text;
    text.begin_paragraph(styles::gap, // out of the type area on both sides
        fmt::format(R"(<w:pBdr><w:top w:val="single" w:sz="{}" w:space="0" w:color="FF0000"/>)"
                    R"(<w:bottom w:val="single" w:sz="{}" w:space="0" w:color="FF0000"/>)"
                    R"(</w:pBdr><w:ind w:left="{}" w:right="{}"/>)",
            is_thick_above ? thick : thin, is_thick_above ? thin : thick,
            -twips(format::left - outside), -twips(right - outside)));
    text.end_paragraph();
    return text.take();
}

} // namespace xieshang::documents
