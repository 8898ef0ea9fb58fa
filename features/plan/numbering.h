// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The numbers that items of a document begin with. Works on folded text without blanks; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace xieshang::plan {

enum class Numbering : std::uint8_t {
    chapter,      // 第一章 第一部分
    roman,        // Ⅰ、
    han_comma,    // 一、
    han_paren,    // （一） ㈠
    bare,         // a heading without a number
    arabic_dot,   // 1. １． 1、 ⒈
    named,        // 议题一： 课题1：
    ordinal,      // 第一，
    dotted,       // 1.1
    arabic_paren, // （1） 1） ⑴
    circled,      // ① ❶
    bullet,       // • - ※
    row,          // of a table
};

struct Marker {
    Numbering type{};
    int value{};          // 0 for bullets
    std::size_t length{}; // in characters
    bool is_weak = false; // means a number only where one is expected: 1： 1， "1 " • 第一，
};

// Whether blanks stand before the character at this place.
using HasGap = std::function<bool(std::size_t)>;

// The marker that begins at `at`. Not one: 1.5万亩, 3、4号线, 一、二、三产业, 2022年.
std::optional<Marker> marker_at(std::u32string_view text, std::size_t at, const HasGap& has_gap);

struct Counted {
    int value{};
    std::size_t length{};
};

// 12, 十二, 二十 … up to 999 as they begin at `at`; length 0 when there is none.
Counted number_at(std::u32string_view text, std::size_t at);
Counted han_number_at(std::u32string_view text, std::size_t at);
Counted arabic_number_at(std::u32string_view text, std::size_t at);

} // namespace xieshang::plan
