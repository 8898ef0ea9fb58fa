// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/target_actions.h"

#include "features/calls/suggestion_actions.h"
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_news_actions.h"

namespace xieshang::calls {
namespace {

// A target may have been merged, too: what became of the last one is the answer to all of them.
TargetAnswer answer_through(db::Tx& tx, const Suggestion& target)
{
    auto last = target;
    while (last.merged_into) {
        last = find_suggestion(tx, *last.merged_into).value();
    }
    return {target.words.title, answer_of(last.state), last.answer, last.passed_to,
        issued_topic_of(tx, last.id)};
}

} // namespace

std::optional<MergedInto> target_of(db::Tx& tx, const base::Asker& asker,
    const Belongings& belongs_to, const Suggestion& suggestion)
{
    if (!suggestion.merged_into) {
        return std::nullopt;
    }
    const auto view_on = [&](const Suggestion& one) {
        return view_of(asker, one, is_own(one, asker.actor.id, belongs_to));
    };
    const auto target = find_suggestion(tx, *suggestion.merged_into).value();
    const bool is_readable = view_on(target).has_value();
    if (!is_readable && view_on(suggestion).value_or("answer") == "answer") {
        return std::nullopt;
    }
    MergedInto into;
    static_cast<TargetAnswer&>(into) = answer_through(tx, target);
    into.id = target.id;
    into.is_readable = is_readable;
    return into;
}

std::optional<TargetAnswer> target_answer(db::Tx& tx, const Suggestion& suggestion)
{
    if (!suggestion.merged_into) {
        return std::nullopt;
    }
    return answer_through(tx, find_suggestion(tx, *suggestion.merged_into).value());
}

} // namespace xieshang::calls
