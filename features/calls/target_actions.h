// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a suggestion was merged into, and what became of that one: it is the answer to both. Named
// to whoever sees the merged one as its proposer or its reviewers do, and to others where they see
// the target itself (calls_policies.h). Only reads.
#pragma once

#include "features/calls/calls_views.h"
#include "platform/base/policy.h"
#include "platform/db/db.h"

namespace xieshang::calls {

// Nothing: it was not merged, or the target is not the asker's to know.
std::optional<MergedInto> target_of(db::Tx& tx, const base::Asker& asker,
    const Belongings& belongs_to, const Suggestion& suggestion);

// The same for whoever suggested it, without a page of the target.
std::optional<TargetAnswer> target_answer(db::Tx& tx, const Suggestion& suggestion);

} // namespace xieshang::calls
