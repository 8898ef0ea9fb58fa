// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The measures of GB/T 9704-2012. Lengths in millimetres, sizes of type in points. The grid's pitch
// of lines is the type area's height by 22, that of characters its width by 28 (§5.2.3); both
// layouts take them from here.
#pragma once

namespace xieshang::documents::format {

inline constexpr double page_width = 210; // §5.1
inline constexpr double page_height = 297;
inline constexpr double top = 37;         // §5.2.1: 天头
inline constexpr double left = 28;        // 订口
inline constexpr double area_width = 156; // 版心
inline constexpr double area_height = 225;

inline constexpr int lines = 22;      // a page
inline constexpr int characters = 28; // a line
inline constexpr double line_pitch = area_height / lines;
inline constexpr double character_pitch = area_width / characters;

inline constexpr double size_title = 22; // 2号
inline constexpr double size_body = 16;  // 3号
inline constexpr double size_small = 14; // 4号: imprint, page numbers

inline constexpr double mark_below_top = 35; // §7.2.4: top edge of 发文机关标志 below the area's
inline constexpr double rule_below_number = 4;     // §7.2.7: red rule, as wide as the area
inline constexpr int lines_below_mark = 2;         // §7.2.5
inline constexpr int lines_above_title = 2;        // §7.3.1: below the rule
inline constexpr int lines_above_addressees = 1;   // §7.3.2
inline constexpr double page_number_below = 7;     // §7.5: its one-line rule below the area
inline constexpr double imprint_outer_rule = 0.35; // §7.4.1: first and last
inline constexpr double imprint_inner_rule = 0.25;
inline constexpr double letter_mark_top = 30; // §10.1: below the page's upper edge
inline constexpr double letter_rule_width = 170;
inline constexpr double letter_rule_below_mark = 4;
inline constexpr double letter_rule_above_foot = 20; // from the page's lower edge

} // namespace xieshang::documents::format
