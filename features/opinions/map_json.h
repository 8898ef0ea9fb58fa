// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An opinion map as JSON: one object in one line, written straight into a string, since a map of a
// million people is 50 MB of it. Participants and statements go by the caller's numbers: as keys
// they are strings, in lists numbers. Of participants, `labels` has those who are in a group,
// `projection` all. `reference` is null when none was asked for. Pure.
#pragma once

#include "features/opinions/map_facts.h"

#include <string>

namespace xieshang::opinions {

std::string map_json(const analytics::OpinionMap& map, const MapFacts& facts);

} // namespace xieshang::opinions
