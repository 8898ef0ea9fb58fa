// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Words for a time of the year: 5月, 9月中旬, 5—6月, 第一季度, 上半年, 适时. Folded text; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace xieshang::plan {

// Length of the longest time phrase that begins at `at`; 0 when there is none. A bare year is none.
std::size_t time_phrase_at(std::u32string_view text, std::size_t at);

bool is_time_phrase(std::u32string_view text); // and nothing else

// 1-12 when the words name exactly one month; nothing for a span, a quarter, 适时.
std::optional<int> month_of(std::u32string_view text);

// The year that stands at `at`: 2022年, 二〇二二年, 2022年度; length 0 when there is none.
struct YearAt {
    int year{};
    std::size_t length{};
};
YearAt year_at(std::u32string_view text, std::size_t at);

} // namespace xieshang::plan
