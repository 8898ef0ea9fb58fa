// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The parts of an official document, each put on its pages where GB/T 9704-2012 says; the clause
// stands beside each. One thread a document.
#pragma once

#include "platform/documents/official_lines.h"
#include "platform/documents/official_pages.h"

#include <string>
#include <vector>

namespace xieshang::documents::press {

// Measures that GB/T 9704 leaves open, as offices have them.
inline constexpr double size_mark = 42; // 初号: of 发文机关标志 at most (§7.2.4: 醒目、美观、庄重)
inline constexpr double size_table = 12;  // 小四
inline constexpr double rule_red = 0.7;   // mm
inline constexpr double rule_thick = 0.9; // of the double rules of a letter
inline constexpr double rule_thin = 0.3;
inline constexpr double rule_gap = 0.6;
inline constexpr double rule_table = 0.2;
inline constexpr double imprint_pitch = 8.5; // of its lines
inline constexpr double seal_side = 45;      // room for a seal of 42 mm (国发〔1999〕25号)

// A baseline that puts the characters' squares into the middle of a line of that height. A square
// reaches 0.88 of its side above the baseline and 0.12 below it, whatever the font.
double baseline_in(double height_mm, double size_pt);

// The lowest place of a square on this baseline.
double bottom_of(double baseline_mm, double size_pt);

void put(Strip& strip, BrokenLine line, double x_mm, double baseline_mm);

// Read before what stands in it already.
void put_first(Strip& strip, BrokenLine line, double x_mm, double baseline_mm);

Strip line_strip(BrokenLine line, double size_pt, double height_mm);

// Lines of body type, each in a line of the grid.
std::vector<Strip> body_strips(
    const std::vector<Words>& words, const LineShape& shape, Measure& measure);

void add_blank_lines(Pages& pages, int lines);
void add_all(Pages& pages, std::vector<Strip> strips);

void add_head(Pages& pages, const OfficialDocument& document); // §7.2, §10
void add_title(Pages& pages, std::string_view title);          // §7.3.1

// `ends_kept`: the last two lines stay with what follows, so that no signature stands alone.
void add_blocks(Pages& pages, const Blocks& blocks, bool ends_kept = false);
void add_table(Pages& pages, const OfficialTable& table);
void add_figure(Pages& pages, const Figure& figure);

void add_tail(Pages& pages, const OfficialDocument& document);    // §7.3.4 … §7.3.6, §10.3
void add_annexes(Pages& pages, const OfficialDocument& document); // §7.3.7
void add_imprint(Pages& pages, const OfficialDocument& document); // §7.4

} // namespace xieshang::documents::press
