// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How large the words of the red head (发文机关标志) are: as large as 156 mm hold on one line, and
// no larger than a head should be. Points, in steps of a half; at least that of the text, in which
// nobody's name fails to fit. GB/T 9704-2012 §7.2.4 names no size (以醒目、美观、庄重为原则). Pure.
#pragma once

#include <string_view>

namespace xieshang::documents {

inline constexpr double mark_largest_pt = 42; // 初号
inline constexpr double mark_smallest_pt = 16;

double mark_size_pt(std::string_view mark);

} // namespace xieshang::documents
