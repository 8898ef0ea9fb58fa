// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Numbers in Chinese numerals. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::base {

std::string chinese_number(int value); // 21 → 二十一; above 9999 and below 0: in digits
std::string legal_number(int value);   // 21 → 贰拾壹

// 二十一 → 21, up to 99; nothing where it is no number above 0.
std::optional<int> chinese_number_in(std::string_view text);

} // namespace xieshang::base
