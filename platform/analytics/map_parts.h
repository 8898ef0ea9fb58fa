// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What drawing a map and keeping one up to date have in common. Pure.
#pragma once

#include "platform/analytics/grouping.h"

namespace xieshang::analytics {

void begins(const MapSettings& settings, Stage stage);

// No more than are worth their while for so many answers.
unsigned threads_for(std::size_t answers, const MapSettings& settings);

// By statement: 1 for those that are left out.
std::vector<std::uint8_t> flags_of(
    std::span<const StatementNumber> left_out, const AnswerTable& table);

// Places of those who answered enough; with Polis also of those who answered most, up to fifteen
// people. Ascending.
std::vector<std::uint32_t> who_shape(const AnswerTable& table, const MapSettings& settings);

Points points_of(const Points& points, const std::vector<std::uint32_t>& people);

// Labels, groups and base clusters of the map; `found` is of the points of `people`.
void take_groups(OpinionMap& map, FoundGroups found, const std::vector<std::uint32_t>& people);

} // namespace xieshang::analytics
