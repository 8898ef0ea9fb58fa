// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first lines of a summary: how many people, statements, answers, groups, and how they were
// found. Pure.
#pragma once

#include "features/opinions/map_facts.h"
#include "features/plan/wording.h"

#include <string>

namespace xieshang::opinions {

std::string percent(double share); // "82%"

// Ends with a line break.
std::string summary_head(
    const analytics::OpinionMap& map, const MapFacts& facts, const plan::Wording& wording);

} // namespace xieshang::opinions
