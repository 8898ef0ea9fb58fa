// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The results of a round as CSV: a row a suggestion, no name beside a score. No cell is ever a
// formula. Pure.
#pragma once

#include "features/scoring/tally.h"

#include <functional>

namespace xieshang::scoring {

struct ResultRow {
    const calls::Suggestion& suggestion;
    std::int64_t rank{};
    const Tally& tally;
    const std::vector<std::string>& comments;
};

std::string in_points(std::int64_t hundredths_of_a_point); // 7375 → "73.75"

std::string result_table(const ScoringRound& round, const std::vector<ResultRow>& rows,
    const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::scoring
