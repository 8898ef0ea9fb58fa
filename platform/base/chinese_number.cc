// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/chinese_number.h"

#include <algorithm>
#include <array>

namespace xieshang::base {
namespace {

using Signs = std::array<std::string_view, 10>;

constexpr Signs plain_digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Signs legal_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> plain_units{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> legal_units{"", "拾", "佰", "仟"};
std::string counted(
    int value, const Signs& digits, const std::array<std::string_view, 4>& units, bool drops_one)
{
    if (value <= 0 || value > 9999) {
        return value == 0 ? std::string(digits[0]) : std::to_string(value);
    }
    std::string text;
    bool has_gap = false;
    int unit = 3;
    for (const int step : {1000, 100, 10, 1}) {
        const int digit = value / step % 10;
        if (digit == 0) {
            has_gap = has_gap || !text.empty();
        } else {
            text += has_gap ? digits[0] : "";
            has_gap = false;
            const bool is_ten = drops_one && digit == 1 && unit == 1 && text.empty();
            text += is_ten ? "" : digits[static_cast<std::size_t>(digit)];
            text += units[static_cast<std::size_t>(unit)];
        }
        --unit;
    }
    return text;
}

} // namespace

std::string chinese_number(int value) { return counted(value, plain_digits, plain_units, true); }

std::string legal_number(int value) { return counted(value, legal_digits, legal_units, false); }

std::optional<int> chinese_number_in(std::string_view text)
{
    for (int value = 1; value < 100; ++value) { // 十五 and, as it is counted on from 百, 一十五
        const auto words = chinese_number(value);
        if (text == words || (value >= 10 && value < 20 && text == std::string("一") + words)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace xieshang::base
