// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ amendments, nothing else. Absent rows are amendment.not_found.
#pragma once

#include "features/amendments/amendment.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace xieshang::amendments {

// One step of an amendment's life; the version is the one that it made.
struct PastStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    AmendmentAction action{};
    AmendmentState from_state{};
    AmendmentState to_state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    PastStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, reason))

base::Result<Amendment> find_amendment(db::Tx& tx, const AmendmentId& id);
std::vector<Amendment> amendments_of(db::Tx& tx, const plan::PlanId& id); // oldest first
std::vector<Amendment> waiting_amendments(db::Tx& tx); // of every plan, oldest first
std::vector<std::string> amendment_ids(db::Tx& tx);
std::vector<PastStep> steps_of(db::Tx& tx, const AmendmentId& id); // oldest first

void insert_amendment(db::Tx& tx, const Amendment& amendment);
// The row must still have the version before, else amendment.stale.
base::Result<void> update_amendment(
    db::Tx& tx, const Amendment& amendment, std::int64_t version_before);
void insert_step(db::Tx& tx, const AmendmentId& id, const PastStep& step);

} // namespace xieshang::amendments
