// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of topics say what the record says? For inspections; only reads.
#pragma once

#include "features/topics/topic.h"
#include "platform/json/document.h"
#include "platform/record/audit.h"

namespace xieshang::topics {

struct TopicEdits { // each of which also counted up the plan's version
    std::int64_t count{};
    base::Instant newest_at;
};

// `saved`: the topics as the plan's first event tells them, in their order. What does not fit is
// added to `misfits`: check.row_differs (field), check.no_content.
TopicEdits audit_topics_of_plan(db::Tx& tx, const std::string& plan_id, const json::Node& saved,
    std::vector<record::Misfit>& misfits);

} // namespace xieshang::topics
