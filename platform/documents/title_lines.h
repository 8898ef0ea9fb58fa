// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A title → its lines (GB/T 9704-2012 §7.3.1:
// 回行时，要做到词意完整，排列对称，长短适宜，间距恰当， 标题排列应当使用梯形或菱形): as few as
// hold it, each longer or shorter than the one before it so that they stand as a trapezoid, or as a
// diamond where there are three or more. Words (ICU's dictionary) stay whole where that can be; no
// closing mark begins a line and no opening one ends it. The same title always has the same lines.
// Pure; any thread; time linear in the title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// Of 22 points, in 156 mm.
inline constexpr int title_characters = 20;

// Their texts together are the title. A Latin letter is half a character wide. Nothing has one
// empty line; a blank at a break stays at its line's end.
std::vector<std::string> title_lines(std::string_view title, int characters_a_line);

// Widths in half characters.
int half_widths(std::string_view text);

} // namespace xieshang::documents
