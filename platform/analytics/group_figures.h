// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What groups say of statements, once it is known who belongs to which. Pure; the crew's threads
// only.
#pragma once

#include "platform/analytics/opinion_map.h"

namespace xieshang::analytics {

// By group and statement.
std::vector<std::vector<Tally>> count_groups(
    const OpinionMap& map, const AnswerTable& table, Crew& crew);

// Fills in everything of `map` that depends on its groups, group_tallies, points and axes.
// `before`: how all groups together answered at the update before; empty: there was none.
void add_figures(OpinionMap& map, const AnswerTable& table, const MapSettings& settings,
    const std::vector<Tally>& before = {});

} // namespace xieshang::analytics
