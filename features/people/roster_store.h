// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ imports of rosters, nothing else.
#pragma once

#include "features/people/roster_import.h"
#include "platform/db/db.h"

namespace xieshang::people {

base::Result<RosterImport> find_roster_import(
    db::Tx& tx, const RosterImportId& id); // or roster.not_found
std::vector<std::string> roster_import_ids(db::Tx& tx);
std::vector<RosterImport> newest_roster_imports(db::Tx& tx, std::int64_t most);
std::vector<RosterImport> search_roster_imports(db::Tx& tx, const RosterSearch& search);
std::vector<RosterImport> roster_imports_of_file(db::Tx& tx, const std::string& sha256);
// The one that changed last of those whose columns the office matched to a head of this digest,
// discarded ones left out.
std::optional<RosterImport> newest_roster_import_with_heads(
    db::Tx& tx, const std::string& heads_sha256);
void insert_roster_import(db::Tx& tx, const RosterImport& import);
// The row must still have `version_before`, else roster.stale.
base::Result<void> update_roster_import(
    db::Tx& tx, const RosterImport& import, std::int64_t version_before);

// What the office was shown of its rows (fingerprints_of()); none yet.
std::optional<std::string> rows_seen(db::Tx& tx, const RosterImportId& id);
void set_rows_seen(db::Tx& tx, const RosterImportId& id, const std::string& fingerprints);

// The digest of the head whose columns the office matched.
void set_heads(db::Tx& tx, const RosterImportId& id, const std::string& heads_sha256);
// The import whose columns were proposed as the last time; none: those that the heads say.
std::optional<RosterImportId> columns_from(db::Tx& tx, const RosterImportId& id);
void set_columns_from(
    db::Tx& tx, const RosterImportId& id, const std::optional<RosterImportId>& from);

void insert_roster_step(db::Tx& tx, const RosterImportId& id, const KeptRosterStep& step);
std::vector<KeptRosterStep> roster_steps_of(db::Tx& tx, const RosterImportId& id); // oldest first

} // namespace xieshang::people
