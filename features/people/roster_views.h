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
// Marks each column that means what the office chose the last time and not what its head says.
void mark_last_time(std::vector<RosterColumnView>& columns,
    const std::vector<ColumnChoice>& last_time, const std::vector<ColumnChoice>& proposed);
std::vector<RosterPlaceView> places_shown(
    const std::vector<Organisation>& organisations, OrganisationKind kind);

// What is shown of a row, in no language yet; nothing of contacts.
struct RosterRowSummary {
    int number{};
    std::string name;
    RowKind kind{};
    bool moved{}; // in the register since the office looked
    std::vector<RosterChange> changes;
    std::vector<RosterTrouble> troubles;
    std::vector<PersonId> candidates;
    std::optional<PersonId> person; // whom it entered or means, once imported
};
RosterRowSummary summary_of(const RosterOutcome& outcome, bool moved);
RosterRowView row_shown(const RosterRowSummary& row,
    const std::function<std::string(const PersonId&)>& candidate, const RosterText& text);

} // namespace xieshang::people
