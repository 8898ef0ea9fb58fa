// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Numbers as automatic numbering writes them (ISO/IEC 29500-1, 17.18.59). Pure.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::documents {

// 3 → 3, III, 三, 叁, ③ … A format that is not known, or that has no sign for the number, writes
// digits; "none" and "bullet" write nothing.
std::string numeral(int value, std::string_view format);

// 2026 → 二〇二六
std::string chinese_digits(int value);

} // namespace xieshang::documents
