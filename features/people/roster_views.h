// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Drafts and previews of rosters → what the API shows, in the language of who asks. Pure.
#pragma once

#include "features/people/roster_shapes.h"

#include <functional>

namespace xieshang::people {

using RosterText = std::function<std::string(std::string_view code, const base::Params& params)>;

// The first rows, to choose the heads among; whatever is like a contact is left out.
std::vector<RosterHeadView> heads_shown(const RosterTable& table);
std::vector<RosterColumnView> columns_shown(const RosterTable& table, const RosterOptions& options);
std::vector<RosterPlaceView> places_shown(
    const std::vector<Organisation>& organisations, OrganisationKind kind);
RosterRowView row_shown(const RosterOutcome& outcome, bool moved,
    const std::function<std::string(const PersonId&)>& candidate, const RosterText& text);

} // namespace xieshang::people
