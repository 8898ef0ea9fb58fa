// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A tenure 任职 that was entered wrongly: its days are corrected, or it is taken back 撤回, each
// with a reason. What was taken back stays in the register and in the record, and says of no day
// who held the post. Pure.
#pragma once

#include "features/people/post.h"
#include "features/people/term.h"

#include <vector>

namespace xieshang::people {

struct TenureChange { // what is absent stays
    json::Change<std::string> from{};
    json::Change<std::optional<std::string>> until{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TenureChange, (), (from, until, reason))

// Refuses with tenure.withdrawn (409) where it was taken back already.
base::Result<void> still_counts(const Tenure& tenure);

// The tenure with other days. Refusals: tenure.no_reason (422, /reason), tenure.not_changed (422),
// tenure.withdrawn, period.invalid.
base::Result<Tenure> corrected(Tenure tenure, const TenureChange& change);

// Taken back. Refusals: tenure.no_reason (422, /reason), tenure.withdrawn.
base::Result<Tenure> withdrawn(Tenure tenure, Withdrawal withdrawal);

// Who held a post of a term that is closed does not change any more: refuses with
// tenure.term_closed (409, {number, until}) where a post is bound to the term and the days lie in
// such a one.
base::Result<void> is_open(
    const Post& post, const Period& days, const std::vector<Term>& terms, std::string_view today);

} // namespace xieshang::people
