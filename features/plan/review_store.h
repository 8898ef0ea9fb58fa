// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ reviews of plans and who reviews them, nothing else.
#pragma once

#include "features/plan/review.h"
#include "platform/db/db.h"

namespace xieshang::plan {

// The step that it belongs to must be there.
void insert_review(db::Tx& tx, const PlanId& id, const Review& review);
std::vector<Review> reviews_of(db::Tx& tx, const PlanId& id); // oldest first
std::int64_t round_of(db::Tx& tx, const PlanId& id);          // how often it was submitted
std::vector<Review> reviews_of_round(db::Tx& tx, const PlanId& id, std::int64_t round);

// Who reviews in a round; none: it was submitted before that was kept.
void insert_chain(db::Tx& tx, const PlanId& id, std::int64_t round, const ReviewChain& chain);
std::optional<ReviewChain> chain_of_round(db::Tx& tx, const PlanId& id, std::int64_t round);

} // namespace xieshang::plan
