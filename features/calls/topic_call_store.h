// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ calls for topics and their steps, nothing else. Absent rows are topic_call.not_found.
#pragma once

#include "features/calls/topic_call_workflow.h"
#include "platform/db/db.h"

namespace xieshang::calls {

struct KeptCallStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    TopicCallAction action{};
    CallState from_state{};
    CallState to_state{};
    std::string reason;
    std::string closes_on; // the last day after this step

    bool operator==(const KeptCallStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptCallStep, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, closes_on))

base::Result<TopicCall> find_call(db::Tx& tx, const CallId& id);
base::Result<TopicCall> find_call_by_code(db::Tx& tx, std::string_view code);
std::vector<TopicCall> all_calls(db::Tx& tx, bool with_drafts); // the newest window first
std::vector<std::string> call_ids(db::Tx& tx);

void insert_call(db::Tx& tx, const TopicCall& call);
// The row must still have `version_before`, else topic_call.stale.
base::Result<void> update_call(db::Tx& tx, const TopicCall& call, std::int64_t version_before);

void insert_call_step(db::Tx& tx, const CallId& id, const KeptCallStep& step);
std::vector<KeptCallStep> steps_of(db::Tx& tx, const CallId& id); // the oldest first

} // namespace xieshang::calls
