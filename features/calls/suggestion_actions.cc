// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_actions.h"

#include "features/calls/calls_event_actions.h"
#include "features/calls/merge_actions.h"
#include "features/calls/merge_store.h"
#include "features/calls/topic_call_actions.h"
#include "features/people/short_text.h"
#include "features/topics/topic_store.h"
#include "platform/json/text_rules.h"

namespace xieshang::calls {
namespace {

std::string this_day(services::Services& services) { return people::day_of(services.clock.now()); }

base::Result<topics::TopicWorkflowStep> step_of(const Suggestion& suggestion,
    const SuggestionStepRequest& asked, base::Roles roles, const topics::TopicFacts& facts)
{
    if (!is_step_of_suggestion(asked.action)) {
        return base::trouble(base::Trouble::conflict, "suggestion.not_here");
    }
    auto step = topics::take(suggestion.state, asked.action, roles, facts);
    if (step) {
        return step;
    }
    auto error = step.error();
    if (error.trouble == base::Trouble::refused && error.code != "topic.not_own") {
        const bool lacks_channel = asked.action == TopicAction::pass_on && facts.has_reason;
        error.fields = {{lacks_channel ? "/passed_to" : "/reason", error.code, {}}};
    }
    return tl::unexpected(std::move(error));
}

// What it was merged into, by the question that both answered with yes.
base::Result<std::optional<SuggestionId>> take_merge(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Suggestion& suggestion, TopicAction action)
{
    if (action != TopicAction::merge) {
        return std::nullopt;
    }
    auto merge = agreed_merge(tx, suggestion.id).value(); // a fact of the step
    const auto target = TRY(find_suggestion(tx, merge.target_id));
    CHECK(may_take_in(target, suggestion));
    end(services, tx, actor, merge, MergeEnd::taken);
    return std::optional(merge.target_id);
}

bool is_typed_by(const SeenSuggestion& seen)
{
    return seen.suggestion.channel == SuggestionChannel::paper && seen.view == "all";
}

base::Result<void> is_editor(const SeenSuggestion& seen)
{
    if (!seen.is_own && !is_typed_by(seen)) {
        return base::trouble(base::Trouble::forbidden, "suggestion.not_yours");
    }
    return {};
}

} // namespace

base::Result<void> may_edit(
    const SeenSuggestion& seen, const TopicCall& call, std::string_view today)
{
    CHECK(is_editor(seen));
    CHECK(editable(seen.suggestion));
    return is_typed_by(seen) ? base::Result<void>() : may_reword(call, today);
}

std::optional<std::string_view> view_of(
    const base::Asker& asker, const Suggestion& suggestion, bool is_own)
{
    return asker.view(is_own ? base::Relation::own : base::Relation::other_body,
        boost::describe::enum_to_string(answer_of(suggestion.state), ""));
}

base::Result<SeenSuggestion> seen_by(db::Tx& tx, const base::Asker& asker, const SuggestionId& id)
{
    auto suggestion = TRY(find_suggestion(tx, id));
    const bool own = is_own(suggestion, asker.actor.id, belongings(tx, asker.actor));
    const auto view = view_of(asker, suggestion, own);
    if (!view) {
        asker.hide(id.text);
        return base::trouble(base::Trouble::not_found, "suggestion.not_found");
    }
    return SeenSuggestion{std::move(suggestion), own, *view};
}

base::Result<void> is_free_for(db::Tx& tx, const Suggestion& suggestion, TopicAction action)
{
    switch (action) {
    case TopicAction::withdraw:
        return may_withdraw(merged_into(tx, suggestion.id));
    case TopicAction::unlist:
        return may_unlist(topics::taken_of(tx, suggestion.id.text).has_value());
    default:
        return {};
    }
}

base::Roles roles_of(const base::Actor& actor) { return actor.roles | actor.dormant; }

topics::TopicFacts facts_about(
    db::Tx& tx, const SeenSuggestion& seen, const SuggestionStepRequest& asked)
{
    return {.has_reason = people::is_said(asked.reason),
        .is_own = seen.is_own,
        .has_consent = agreed_merge(tx, seen.suggestion.id).has_value(),
        .has_channel = asked.passed_to && people::is_said(*asked.passed_to)};
}

Suggestion begin_suggestion(
    services::Services& services, db::Tx& tx, const base::Actor& actor, Suggestion suggestion)
{
    suggestion.id = base::new_id<SuggestionId>(services.clock, services.random);
    suggestion.state = TopicState::suggested;
    suggestion.version = 1;
    suggestion.suggested_at = services.clock.now();
    suggestion.updated_at = suggestion.suggested_at;
    suggestion.by_id = actor.id;
    suggestion.by_name = actor.name;
    insert_suggestion(tx, suggestion);
    keep_words(tx, actor, suggestion);
    keep_suggestion_step(services, tx, actor, suggestion,
        {TopicState::suggested, TopicState::suggested, TopicAction::suggest}, {});
    return suggestion;
}

base::Result<Suggested> suggest(services::Services& services, const base::Actor& actor,
    const CallId& id, const NewSuggestion& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Suggested> {
        const auto call = TRY(find_call(tx, id));
        if (call.state == CallState::draft) { // not even that it is there
            return base::trouble(base::Trouble::not_found, "topic_call.not_found");
        }
        const auto as =
            TRY(asked_as(call.words, belongings(tx, actor), {asked.constituency, asked.body_id}));
        const auto standing =
            standing_of(tx, id, {SuggestionChannel::own, actor.id, actor.name, as});
        if (auto same = same_among(standing, asked)) {
            return Suggested{*std::move(same), false};
        }
        CHECK(may_suggest(call,
            {.as = as,
                .today = this_day(services),
                .handed_in = static_cast<std::int64_t>(standing.size()),
                .problem_characters = json::code_points(asked.problem),
                .reason_characters = json::code_points(asked.reason)}));
        return Suggested{begin_suggestion(services, tx, actor,
            {.call_id = id,
                .words = asked,
                .constituency = as.constituency,
                .channel = SuggestionChannel::own,
                .body_id = as.body_id,
                .body_name = as.body_name})};
    });
}

base::Result<Suggestion> edit_suggestion(services::Services& services, const base::Asker& asker,
    const SuggestionId& id, std::int64_t version_seen, const SuggestionWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Suggestion> {
        auto seen = TRY(seen_by(tx, asker, id));
        auto& suggestion = seen.suggestion;
        const auto call = TRY(find_call(tx, suggestion.call_id));
        CHECK(is_editor(seen));
        CHECK(same_version(suggestion, version_seen, words));
        CHECK(may_edit(seen, call, this_day(services)));
        CHECK(fits(call, json::code_points(words.problem), json::code_points(words.reason)));
        const auto before = std::exchange(suggestion.words, words);
        suggestion.version = version_seen + 1;
        suggestion.updated_at = services.clock.now();
        CHECK(update_suggestion(tx, suggestion, version_seen));
        keep_words(tx, asker.actor, suggestion);
        tell_edit(services, tx, asker.actor, suggestion, before);
        if (suggestion.words != before) {
            end_reworded_merges(services, tx, asker.actor, id);
        }
        return suggestion;
    });
}

base::Result<Suggestion> take_suggestion_step(services::Services& services,
    const base::Asker& asker, const SuggestionId& id, std::int64_t version_seen,
    const SuggestionStepRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Suggestion> {
        auto seen = TRY(seen_by(tx, asker, id));
        auto& suggestion = seen.suggestion;
        if (suggestion.version != version_seen) {
            return base::trouble(base::Trouble::stale, "suggestion.stale");
        }
        const auto& actor = asker.actor;
        const auto step =
            TRY(step_of(suggestion, asked, roles_of(actor), facts_about(tx, seen, asked)));
        CHECK(is_free_for(tx, suggestion, step.action));
        suggestion.merged_into = TRY(take_merge(services, tx, actor, suggestion, step.action));
        suggestion.passed_to =
            step.action == TopicAction::pass_on ? asked.passed_to.value_or("") : std::string();
        suggestion.answer = asked.reason;
        suggestion.state = step.to;
        suggestion.version = version_seen + 1;
        suggestion.updated_at = services.clock.now();
        CHECK(update_suggestion(tx, suggestion, version_seen));
        keep_suggestion_step(services, tx, actor, suggestion, step,
            {asked.reason, suggestion.passed_to, suggestion.merged_into});
        CHECK(end_impossible_merges(services, tx, actor, suggestion));
        return suggestion;
    });
}

base::Result<void> add_comment(services::Services& services, const base::Asker& asker,
    const SuggestionId& id, const NewComment& comment)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto seen = TRY(seen_by(tx, asker, id));
        const SuggestionComment kept{
            base::new_id<base::Id<struct SuggestionCommentTag>>(services.clock, services.random)
                .text,
            services.clock.now(), asker.actor.id, asker.actor.name, comment.words};
        insert_comment(tx, id, kept);
        tell_comment(services, tx, asker.actor, seen.suggestion, kept);
        return {};
    });
}

} // namespace xieshang::calls
