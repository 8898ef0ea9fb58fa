// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the house remembers of earlier files: their bytes, so that nobody hands in the same roster
// twice without knowing; and which columns the office matched to the same heads, whoever of the
// office did it, so that it is not asked again. In the transaction of the verb.
#pragma once

#include "features/people/roster_store.h"

namespace xieshang::people {

// Refusals (409): roster.same_file_open, roster.same_file_imported, roster.same_file_discarded
// {file, name, day, about} of the newest import of the same bytes.
base::Result<void> is_new_file(db::Tx& tx, const std::string& sha256);

// A row of the table that may be its head, and the digest of its words.
struct RosterHead {
    std::int64_t row{};
    std::string sha256;
};
// That of the options first, then the first 30 rows.
std::vector<RosterHead> heads_of(const RosterTable& table, std::int64_t head_row);
std::string head_sha256(const RosterTable& table, std::int64_t head_row); // empty: no such row

// Puts head and columns as they were matched last for one of the heads, in an import that was not
// discarded; gives that import when they are others than those proposed.
std::optional<RosterImportId> take_remembered_columns(
    db::Tx& tx, const std::vector<RosterHead>& heads, RosterOptions& options);

} // namespace xieshang::people
