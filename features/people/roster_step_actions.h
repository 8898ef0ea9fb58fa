// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that writes a step of an import of a roster; the same call tells the record. What
// a step needs beside is asked by its verb (roster_actions.h). In the transaction of the verb.
#pragma once

#include "features/people/roster_store.h"
#include "features/people/roster_workflow.h"
#include "platform/services/services.h"

namespace xieshang::people {

// Where its file lies sealed, and whether it still does: it can be erased.
sealing::Place place_of_file(const RosterImportId& id);
bool is_file_kept(db::Tx& tx, const RosterImportId& id);
// The program's own reading, of which nobody is shown the bytes; empty where the file was erased.
std::string roster_bytes_kept(services::Services& services, db::Tx& tx, const RosterImportId& id);

// The import as the step leaves it. Refusals: of take() in roster_workflow.h, roster.stale.
base::Result<RosterImport> take_roster_step(services::Services& services, db::Tx& tx,
    const base::Actor& actor, RosterImport import, RosterImportAction action,
    const std::string& reason);

std::vector<workflow::Offer<RosterImportAction>> roster_offers(
    services::Services& services, const base::Actor& actor, const RosterImport& import);

// Oldest first. Refuses with roster.not_found.
base::Result<std::vector<KeptRosterStep>> roster_history(
    services::Services& services, const RosterImportId& id);

} // namespace xieshang::people
