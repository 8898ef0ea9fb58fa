// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The topic that a suggestion became, as it stands in its plan today: where an amendment postponed
// it or took it up again, with the reason. Only reads.
#pragma once

#include "features/calls/calls_views.h"
#include "platform/db/db.h"

namespace xieshang::calls {

// Nothing: it became none, or its topic left the plan.
std::optional<TopicOfSuggestion> topic_of(db::Tx& tx, const SuggestionId& id);

// For whoever reads the answer without seeing plans: not before the plan is issued.
std::optional<TopicNews> issued_topic_of(db::Tx& tx, const SuggestionId& id);

} // namespace xieshang::calls
