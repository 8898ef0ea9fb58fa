// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the office chooses for an import of a roster, and the sectors and groups that it adds to the
// register for it. They are the office's, as those of roster_actions.h.
#pragma once

#include "features/people/roster_actions.h"
#include "features/people/roster_gaps.h"

namespace xieshang::people {

struct RosterPlacesAsked {
    std::int64_t version_seen{}; // of the import
    std::vector<NewRosterPlace> places;
    std::string reason; // kept with the event of each
};

// Adds them all or none: below the committee, standing since the running term began, each with a
// code of its own (organisation_code.h); a place that is called so already is taken instead. The
// rows count as seen as they are then. Refusals: of choose_roster_options(), roster.places_invalid
// with roster.not_a_place, organisation.invalid with /places/N/name.
base::Result<RosterChosen> add_roster_places(services::Services& services, const base::Actor& actor,
    const RosterDraft& draft, const RosterPlacesAsked& asked);

// For the verbs on rosters, within their transaction. As if the office looked now: nothing has
// moved.
RosterPreview compared_now(services::Services& services, db::Tx& tx, const RosterDraft& draft);
base::Result<void> is_current(
    const RosterImport& import, std::int64_t version_seen); // or roster.stale

} // namespace xieshang::people
