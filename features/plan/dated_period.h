// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The months of the cells that a topic's period stands in, where these hold dates: a date knows its
// month, however it is written. Pure.
#pragma once

#include "features/plan/lines.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::plan {

class DatedPeriod {
public:
    // Some non-blank characters of the period.
    void add(const Line& line, std::uint32_t begin, std::uint32_t end);

    // 1-12 when the dates and the words (folded) of the period name exactly one month. Words beside
    // a date may say nothing of a month, but no other one.
    std::optional<int> month(std::u32string_view words) const;

private:
    std::uint16_t months_ = 0; // a bit each
    bool has_words_ = false;   // outside of dates
};

} // namespace xieshang::plan
