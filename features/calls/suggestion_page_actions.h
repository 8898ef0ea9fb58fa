// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A suggestion's page and the lists of them, as the asker's view shows them. Refusals stand in them
// as codes; the routes put them into words.
#pragma once

#include "features/calls/calls_views.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Refusal: suggestion.not_found, also where the asker has no view of it.
base::Result<SuggestionView> suggestion_page(
    services::Services& services, const base::Asker& asker, const SuggestionId& id);

// Those in the search; for the pool, and with `own` for their proposer.
std::vector<SuggestionLine> list_suggestions(
    services::Services& services, const base::Asker& asker, const SuggestionSearch& search);
// Whole, for the export.
struct PooledSuggestion {
    Suggestion suggestion;
    std::string call_title;
};
// Refuses with suggestion.too_many_to_export {most} (422) instead of leaving some of them out.
base::Result<std::vector<PooledSuggestion>> pool(
    services::Services& services, SuggestionSearch search, std::int64_t most);

// Of a call, those of which the asker sees the answer as one of many; topic_call.not_found of a
// call that is not there or not published.
base::Result<std::vector<AnsweredSuggestion>> list_answers(services::Services& services,
    const base::Asker& asker, const CallId& call, SuggestionSearch search);

OwnSuggestions own_of(services::Services& services, const base::Actor& actor);

// Told to the record with its reason. Refusals: suggestion.not_found, suggestion.no_contact (404).
base::Result<SuggestionContact> look_at_contact(services::Services& services,
    const base::Actor& actor, const SuggestionId& id, const std::string& reason);

} // namespace xieshang::calls
