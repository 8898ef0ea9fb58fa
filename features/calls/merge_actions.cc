// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merge_actions.h"

#include "features/calls/calls_event_actions.h"
#include "features/calls/proposer_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/people/short_text.h"

namespace xieshang::calls {
namespace {

base::Result<Suggestion> found_target(db::Tx& tx, const SuggestionId& id)
{
    auto target = find_suggestion(tx, id);
    if (!target) {
        return tl::unexpected(base::Error{base::Trouble::refused, "suggestion.not_a_target", {},
            {{"/target_id", "suggestion.not_found", {}}}});
    }
    return target;
}

bool is_vain(const SuggestionMerge& merge, const BothSides& both)
{
    const auto state = both.merged.state;
    return merge.is_over || (state != TopicState::suggested && state != TopicState::screened)
        || !may_take_in(both.target, both.merged);
}

} // namespace

base::Result<BothSides> sides_of(db::Tx& tx, const SuggestionMerge& merge)
{
    return BothSides{
        TRY(find_suggestion(tx, merge.suggestion_id)), TRY(find_suggestion(tx, merge.target_id))};
}

Answering answering_of(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Belongings& belongs_to, const BothSides& both)
{
    Answering answering{.owns_merged = is_own(both.merged, actor.id, belongs_to),
        .owns_target = is_own(both.target, actor.id, belongs_to),
        .is_office = members::is_office(actor.roles)};
    if (answering.is_office) { // of whom alone it is asked
        answering.merged_acts_itself = acts_itself(services, tx, both.merged);
        answering.target_acts_itself = acts_itself(services, tx, both.target);
    }
    return answering;
}

base::Result<SuggestionMerge> ask_merge(services::Services& services, const base::Actor& actor,
    const SuggestionId& id, const MergeRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SuggestionMerge> {
        const auto merged = TRY(find_suggestion(tx, id));
        const auto target = TRY(found_target(tx, asked.target_id));
        CHECK(may_ask(merged, target, merges_about(tx, id)));
        const SuggestionMerge merge{base::new_id<MergeId>(services.clock, services.random), id,
            target.id, asked.reason, services.clock.now(), actor.id, actor.name, false, {}};
        insert_merge(tx, merge);
        tell_merge(services, tx, actor, merge, "ask");
        return merge;
    });
}

base::Result<SuggestionMerge> answer_merge(services::Services& services, const base::Asker& asker,
    const MergeId& id, const ConsentRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SuggestionMerge> {
        auto merge = TRY(find_merge(tx, id));
        auto answering = answering_of(
            services, tx, asker.actor, belongings(tx, asker.actor), TRY(sides_of(tx, merge)));
        answering.has_words = people::is_said(asked.words);
        answering.side = asked.side;
        const bool owns = answering.owns_merged || answering.owns_target;
        if (!asker.view(owns ? base::Relation::own : base::Relation::other_body)) {
            asker.hide(id.text);
            return base::trouble(base::Trouble::not_found, "suggestion.merge_not_found");
        }
        const auto side = TRY(side_answered(merge, answering));
        const MergeConsent consent{side, asked.agrees, asked.words, services.clock.now(),
            asker.actor.id, asker.actor.name};
        if (!insert_consent(tx, id, consent)) {
            return base::trouble(base::Trouble::conflict, "suggestion.answered_already");
        }
        merge = TRY(find_merge(tx, id));
        tell_merge(services, tx, asker.actor, merge, "answer");
        if (!asked.agrees) {
            end(services, tx, asker.actor, merge, MergeEnd::declined);
        }
        return merge;
    });
}

std::optional<SuggestionMerge> agreed_merge(db::Tx& tx, const SuggestionId& merged)
{
    for (auto& merge : merges_about(tx, merged)) {
        if (!merge.is_over && merge.suggestion_id == merged
            && outcome_of(merge.consents) == MergeOutcome::agreed) {
            return std::move(merge);
        }
    }
    return std::nullopt;
}

void end(services::Services& services, db::Tx& tx, const base::Actor& actor, SuggestionMerge& merge,
    MergeEnd because)
{
    merge.is_over = true;
    merge.ended_because = because;
    end_merge(tx, merge.id, because);
    tell_merge(services, tx, actor, merge, "end");
}

void end_reworded_merges(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionId& reworded)
{
    for (auto& merge : merges_about(tx, reworded)) {
        if (!merge.is_over) {
            end(services, tx, actor, merge, MergeEnd::reworded);
        }
    }
}

base::Result<void> end_impossible_merges(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Suggestion& suggestion)
{
    for (auto& merge : merges_about(tx, suggestion.id)) {
        if (!merge.is_over && is_vain(merge, TRY(sides_of(tx, merge)))) {
            end(services, tx, actor, merge, MergeEnd::vain);
        }
    }
    return {};
}

} // namespace xieshang::calls
