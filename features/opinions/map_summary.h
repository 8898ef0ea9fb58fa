// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An opinion map for people: who took part, who thinks alike and what speaks for them, what unites,
// what divides, what to show next. Lines for a terminal of so many columns, to which texts of
// statements are cut; 0: of any width, nothing is cut. What each figure means stands in
// docs/reading-opinion-maps.md. Groups are named A, B, … by their id. Pure.
#pragma once

#include "features/opinions/map_facts.h"
#include "features/plan/wording.h"

#include <string>

namespace xieshang::opinions {

// Ends with a line break.
std::string map_summary(const analytics::OpinionMap& map, const MapFacts& facts,
    const plan::Wording& wording, std::size_t columns = 0);

} // namespace xieshang::opinions
