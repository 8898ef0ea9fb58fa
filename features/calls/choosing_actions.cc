// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/choosing_actions.h"

#include "features/calls/calls_event_actions.h"
#include "features/calls/merge_actions.h"
#include "features/calls/topic_call_store.h"
#include "features/people/short_text.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace xieshang::calls {

std::vector<Suggestion> suggestions_of_year(db::Tx& tx, std::int64_t year)
{
    std::vector<Suggestion> all;
    for (const auto& call : all_calls(tx, false)) {
        if (call.words.year != year) {
            continue;
        }
        auto found = search_suggestions(tx,
            {.call = call.id,
                .order = SuggestionOrder::oldest,
                .limit = std::numeric_limits<std::int32_t>::max()});
        all.insert(all.end(), std::make_move_iterator(found.begin()),
            std::make_move_iterator(found.end()));
    }
    std::sort(all.begin(), all.end(), [](const Suggestion& one, const Suggestion& other) {
        return std::tie(one.suggested_at.ms, one.id.text)
            < std::tie(other.suggested_at.ms, other.id.text);
    });
    return all;
}

base::Result<Suggestion> choose(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionId& id, TopicAction action, const std::string& reason)
{
    auto suggestion = TRY(find_suggestion(tx, id));
    const auto step = TRY(topics::take(
        suggestion.state, action, actor.roles, {.has_reason = people::is_said(reason)}));
    const auto version_before = suggestion.version;
    suggestion.answer = reason;
    suggestion.state = step.to;
    suggestion.version += 1;
    suggestion.updated_at = services.clock.now();
    CHECK(update_suggestion(tx, suggestion, version_before));
    keep_suggestion_step(services, tx, actor, suggestion, step, {reason, {}, {}});
    CHECK(end_impossible_merges(services, tx, actor, suggestion));
    return suggestion;
}

} // namespace xieshang::calls
