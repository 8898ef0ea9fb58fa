// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/dated_period.h"

#include "features/plan/time_words.h"

#include <algorithm>
#include <bit>

namespace xieshang::plan {

void DatedPeriod::add(const Line& line, std::uint32_t begin, std::uint32_t end)
{
    auto date = std::upper_bound(line.dates.begin(), line.dates.end(), begin,
        [](std::uint32_t at, const Dated& each) { return at < each.end; });
    auto behind = begin;
    for (; date != line.dates.end() && date->begin < end; ++date) {
        months_ = static_cast<std::uint16_t>(months_ | 1U << static_cast<unsigned>(date->month));
        has_words_ = has_words_ || behind < date->begin;
        behind = date->end;
    }
    has_words_ = has_words_ || behind < end;
}

std::optional<int> DatedPeriod::month(std::u32string_view words) const
{
    if (months_ == 0) {
        return month_of(words);
    }
    if (!std::has_single_bit(months_)) {
        return std::nullopt;
    }
    const int dated = std::countr_zero(months_);
    const auto told = has_words_ ? month_of(words) : std::nullopt;
    return told.value_or(dated) == dated ? std::optional(dated) : std::nullopt;
}

} // namespace xieshang::plan
