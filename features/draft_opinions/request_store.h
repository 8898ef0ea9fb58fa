// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ requests for opinions with their frozen text, recipients and steps, nothing else. Nothing
// is deleted. Absent rows are opinion_request.not_found.
#pragma once

#include "features/draft_opinions/request_workflow.h"
#include "platform/db/db.h"

namespace xieshang::draft_opinions {

struct KeptRequestStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    OpinionRequestAction action{};
    RequestState from_state{};
    RequestState to_state{};
    std::string reason;
    std::string closes_on; // the last day after this step

    bool operator==(const KeptRequestStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptRequestStep, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, closes_on))

base::Result<OpinionRequest> find_request(db::Tx& tx, const RequestId& id);
std::vector<std::string> request_ids(db::Tx& tx);
// The newest first; of one plan, where one is named.
std::vector<OpinionRequest> all_requests(db::Tx& tx, const std::optional<std::string>& plan_id);
std::vector<FrozenPart> text_of(db::Tx& tx, const RequestId& id);      // in its order
std::vector<Recipient> recipients_of(db::Tx& tx, const RequestId& id); // likewise
// Whom that version of the request brought; the first: with the draft itself.
std::vector<Recipient> recipients_added(db::Tx& tx, const RequestId& id, std::int64_t version);
std::vector<KeptRequestStep> steps_of(db::Tx& tx, const RequestId& id);

void insert_request(db::Tx& tx, const OpinionRequest& request, const std::vector<FrozenPart>& text,
    const std::vector<Recipient>& recipients);
// Behind those that are there.
void insert_recipients(db::Tx& tx, const RequestId& id, std::int64_t version,
    const std::vector<Recipient>& recipients);
// Writes last day, state, version and time; the row must still have `version_before`, else
// opinion_request.stale.
base::Result<void> update_request(
    db::Tx& tx, const OpinionRequest& request, std::int64_t version_before);
void insert_request_step(db::Tx& tx, const RequestId& id, const KeptRequestStep& step);

} // namespace xieshang::draft_opinions
