// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ questions about merging and the answers to them, nothing else. Absent rows are
// suggestion.merge_not_found.
#pragma once

#include "features/calls/merging.h"
#include "platform/db/db.h"

namespace xieshang::calls {

base::Result<SuggestionMerge> find_merge(db::Tx& tx, const MergeId& id);
// Those in which it is one of the two, the oldest first.
std::vector<SuggestionMerge> merges_about(db::Tx& tx, const SuggestionId& id);
std::vector<std::string> merge_ids(db::Tx& tx);

void insert_merge(db::Tx& tx, const SuggestionMerge& merge);
// False: this side has answered already.
bool insert_consent(db::Tx& tx, const MergeId& id, const MergeConsent& consent);
void end_merge(db::Tx& tx, const MergeId& id, MergeEnd because);

} // namespace xieshang::calls
