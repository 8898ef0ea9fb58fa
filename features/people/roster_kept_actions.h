// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What became of each row of a roster when it was imported: whom it entered or changed, or why it
// was left out. Kept sealed beside the file, as it names people who are not in the register, and
// erased with it. Nothing of contacts.
#pragma once

#include "features/people/roster_comparison.h"
#include "features/people/roster_field.h"
#include "features/people/roster_import.h"
#include "features/people/roster_views.h"
#include "platform/sealing/vault.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct KeptRosterRow {
    std::int64_t row{};
    std::string name;
    RowKind kind{};
    std::optional<PersonId> person_id{}; // whom it entered or means; none of a row left out
    std::vector<RosterTrouble> troubles{};
    std::vector<PersonId> candidates{};

    bool operator==(const KeptRosterRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptRosterRow, (), (row, name, kind, person_id, troubles, candidates))

sealing::Place place_of_rows(const RosterImportId& id);

std::vector<KeptRosterRow> rows_to_keep(const std::vector<RosterOutcome>& outcomes);
void keep_roster_rows(services::Services& services, db::Tx& tx, const RosterImportId& id,
    const std::vector<KeptRosterRow>& rows);

// Nothing: it is not imported, its file was erased, or it was imported by a program that kept none.
std::optional<std::vector<KeptRosterRow>> roster_rows_kept(
    services::Services& services, const RosterImportId& id);
bool are_rows_kept(services::Services& services, const RosterImportId& id);

// Those that were left out as a table: row, name, result and reason, in words. Refuses with
// roster.not_found, roster.not_imported, roster.no_rows_kept.
struct LeftOutWords {
    std::function<std::string(std::string_view code)> word;
    RosterText text;
    std::function<std::string(const PersonId&)> candidate;
};
base::Result<std::vector<std::vector<std::string>>> left_out_table(
    services::Services& services, const RosterImportId& id, const LeftOutWords& words);

} // namespace xieshang::people
