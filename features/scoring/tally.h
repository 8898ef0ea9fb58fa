// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a round's scores come to. A score sheet is worth up to 100 points: each criterion's share of
// its scale, by its weight. Reckoned exactly in whole numbers and rounded once (half up), so that
// it comes out alike everywhere; points are given in hundredths. Pure.
#pragma once

#include "features/scoring/scoring_round.h"

namespace xieshang::scoring {

inline constexpr std::int64_t hundredths = 100;

// Of one sheet, 1 to 10000. The sheet is on_scale().
std::int64_t points_of(
    const std::vector<Criterion>& criteria, std::span<const std::int64_t> scores);

struct Sheet { // the last version of what one reviewer gave a suggestion
    std::vector<std::int64_t> scores;
    bool is_ended{}; // by a reviewer whose role had ended when the round was closed: it counts
};

struct Tally {
    std::int64_t reviewers{}; // who gave a sheet; without any all that follows is 0
    std::int64_t ended{};     // of them those whose role had ended
    std::int64_t mean{};
    std::int64_t median{};
    std::int64_t lowest{};
    std::int64_t highest{};
    std::int64_t spread{};              // from the lowest to the highest
    std::vector<std::int64_t> criteria; // the mean of each as it was given, on its own scale
    std::vector<std::int64_t> sheets;   // the points of each, the lowest first: nobody's place
    bool is_divided{};                  // the spread reaches the round's `divided_from`

    bool operator==(const Tally&) const = default;
};

// `divided_from` in whole points.
Tally tally_of(const std::vector<Criterion>& criteria, const std::vector<Sheet>& sheets,
    std::int64_t divided_from);

} // namespace xieshang::scoring
