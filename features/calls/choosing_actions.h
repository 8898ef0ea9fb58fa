// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a decided shortlist does to suggestions: taken in, or kept in reserve, each with the reason
// that its proposer reads. Within the transaction of the decision; the caller has looked who may
// decide.
#pragma once

#include "features/calls/suggestion_store.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Those under the calls of a year that were published, in whatever state, in the order in which
// they came in.
std::vector<Suggestion> suggestions_of_year(db::Tx& tx, std::int64_t year);

// `action`: shortlist or reserve. Refusals: suggestion.not_found, those of the topic's workflow.
base::Result<Suggestion> choose(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionId& id, TopicAction action, const std::string& reason);

} // namespace xieshang::calls
