// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_page_actions.h"

#include "features/calls/merge_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/suggestion_contact_actions.h"
#include "features/calls/target_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/calls/topic_news_actions.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

std::optional<NamedSuggestion> named(db::Tx& tx, const std::optional<SuggestionId>& id)
{
    if (!id) {
        return std::nullopt;
    }
    return NamedSuggestion{*id, find_suggestion(tx, *id).value().words.title};
}

// The sides for which he may answer now: each is asked by itself, the office's with its words.
std::vector<MergeSide> sides_waiting(const SuggestionMerge& merge, Answering answering)
{
    std::vector<MergeSide> sides;
    answering.has_words = true;
    for (const auto side : {MergeSide::merged, MergeSide::target}) {
        answering.side = side;
        if (side_answered(merge, answering)) {
            sides.push_back(side);
        }
    }
    return sides;
}

MergeView view_of_merge(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Belongings& belongs_to, const SuggestionMerge& merge)
{
    const auto both = sides_of(tx, merge).value();
    const auto& [merged, target] = both;
    MergeView view{merge.id, {merged.id, merged.words.title}, proposer_of(merged),
        {target.id, target.words.title}, proposer_of(target), merge.reason, merge.asked_by_name,
        merge.asked_at, outcome_of(merge.consents), merge.is_over, {}, {}, merge.ended_because};
    for (const auto& one : merge.consents) {
        view.consents.push_back({one.side, one.agrees, one.words, one.by_name, one.at});
    }
    view.waits_for = sides_waiting(merge, answering_of(services, tx, actor, belongs_to, both));
    return view;
}

// Those of a suggestion's life; to its proposer only the one that is his.
std::vector<SuggestionOffer> offers_of(
    db::Tx& tx, const base::Actor& actor, const SeenSuggestion& seen)
{
    const auto facts =
        facts_about(tx, seen, {.reason = "to be said", .passed_to = std::string("to be said")});
    std::vector<SuggestionOffer> open;
    for (const auto& offer : topics::offers(seen.suggestion.state, roles_of(actor), facts)) {
        const bool is_shown = seen.view == "all" || offer.action == TopicAction::withdraw;
        if (!is_shown || !is_step_of_suggestion(offer.action)) {
            continue;
        }
        auto refusal = offer.refusal;
        if (refusal.empty()) {
            const auto may = is_free_for(tx, seen.suggestion, offer.action);
            refusal = may ? "" : may.error().code;
        }
        open.push_back(
            {offer.action, refusal.empty() ? std::nullopt : std::optional(std::move(refusal))});
    }
    return open;
}

void add_history(db::Tx& tx, const SuggestionId& id, SuggestionDetails& details)
{
    for (auto& kept : words_of(tx, id)) {
        details.past_words.push_back(
            {kept.version, kept.at, std::move(kept.by_name), std::move(kept.words)});
    }
    for (auto& step : steps_of(tx, id)) {
        details.steps.push_back({step.at_ms, std::move(step.by_name), step.action, step.from_state,
            step.to_state, std::move(step.reason), std::move(step.passed_to),
            named(tx, step.target_id), step.version});
    }
    for (const auto& one : merged_into(tx, id)) {
        details.taken_in.push_back({one.id, one.words.title, proposer_of(one)});
    }
}

SuggestionDetails details_of(
    services::Services& services, db::Tx& tx, const base::Asker& asker, const SeenSuggestion& seen)
{
    const auto& one = seen.suggestion;
    SuggestionDetails details;
    static_cast<SuggestionWords&>(details) = one.words;
    details.state = one.state;
    details.channel = one.channel;
    details.proposer = proposer_of(one);
    details.by_name = one.by_name;
    details.paper_day = one.paper_day;
    details.suggested_at = one.suggested_at;
    details.is_mine = seen.is_own;
    add_history(tx, one.id, details);
    const auto belongs_to = belongings(tx, asker.actor);
    for (const auto& merge : merges_about(tx, one.id)) {
        details.merges.push_back(view_of_merge(services, tx, asker.actor, belongs_to, merge));
    }
    details.actions = offers_of(tx, asker.actor, seen);
    if (seen.view == "all") {
        for (auto& comment : comments_of(tx, one.id)) {
            details.comments.push_back(
                {comment.at_ms, std::move(comment.by_name), std::move(comment.words)});
        }
        details.has_contact = sealing::Vault::exists(tx, contact_of(one.id));
    }
    return details;
}

std::map<std::string, std::string> call_titles(db::Tx& tx)
{
    std::map<std::string, std::string> titles;
    for (auto& call : all_calls(tx, true)) {
        titles.emplace(call.id.text, std::move(call.words.title));
    }
    return titles;
}

SuggestionLine line_of(const Suggestion& one, const std::optional<MergedInto>& merged_into,
    const std::map<std::string, std::string>& titles)
{
    SuggestionLine line;
    static_cast<AnsweredSuggestion&>(line) = answered(one, merged_into);
    line.call_id = one.call_id;
    line.call_title = titles.at(one.call_id.text);
    line.state = one.state;
    line.channel = one.channel;
    line.proposer = proposer_of(one);
    line.kind = one.words.kind;
    line.field = one.words.field;
    line.suggested_at = one.suggested_at;
    line.version = one.version;
    return line;
}

// The states in which the asker sees others' suggestions, as the search takes them.
std::vector<TopicState> states_seen(const base::Asker& asker)
{
    std::vector<TopicState> states;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<TopicState>>([&](auto entry) {
        const auto* answer = boost::describe::enum_to_string(answer_of(entry.value), "");
        if (asker.view(base::Relation::other_body, answer)) {
            states.push_back(entry.value);
        }
    });
    return states;
}

// As topics::enter_topic() asks.
bool can_become_topic(const base::Actor& actor, const Suggestion& suggestion)
{
    return members::is_office(actor.roles)
        && (suggestion.state == TopicState::shortlisted
            || topics::take(
                suggestion.state, TopicAction::shortlist, actor.roles, {.has_reason = true}));
}

} // namespace

base::Result<SuggestionView> suggestion_page(
    services::Services& services, const base::Asker& asker, const SuggestionId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<SuggestionView> {
        const auto seen = TRY(seen_by(tx, asker, id));
        const auto& one = seen.suggestion;
        SuggestionView view;
        static_cast<AnsweredSuggestion&>(view) =
            answered(one, target_of(tx, asker, belongings(tx, asker.actor), one));
        view.call_id = one.call_id;
        const auto call = TRY(find_call(tx, one.call_id));
        view.call_title = call.words.title;
        view.version = one.version;
        view.topic = topic_of(tx, id);
        view.can_become_topic = !view.topic && can_become_topic(asker.actor, one);
        if (seen.view != "answer") {
            view.details = details_of(services, tx, asker, seen);
            const auto may = may_edit(seen, call, people::day_of(services.clock.now()));
            view.details->cannot_edit_because =
                may ? std::nullopt : std::optional(may.error().code);
        }
        return view;
    });
}

std::vector<SuggestionLine> list_suggestions(
    services::Services& services, const base::Asker& asker, const SuggestionSearch& search)
{
    return services.db.read([&](db::Tx& tx) {
        const auto titles = call_titles(tx);
        const auto belongs_to = belongings(tx, asker.actor);
        std::vector<SuggestionLine> lines;
        for (const auto& one : search_suggestions(tx, search)) {
            lines.push_back(line_of(one, target_of(tx, asker, belongs_to, one), titles));
        }
        return lines;
    });
}

base::Result<std::vector<PooledSuggestion>> pool(
    services::Services& services, SuggestionSearch search, std::int64_t most)
{
    search.limit = most + 1;
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<PooledSuggestion>> {
        auto found = search_suggestions(tx, search);
        if (std::ssize(found) > most) {
            return base::refuse("suggestion.too_many_to_export", {{"most", std::to_string(most)}});
        }
        const auto titles = call_titles(tx);
        std::vector<PooledSuggestion> all;
        for (auto& one : found) {
            auto title = titles.at(one.call_id.text);
            all.push_back({std::move(one), std::move(title)});
        }
        return all;
    });
}

base::Result<std::vector<AnsweredSuggestion>> list_answers(services::Services& services,
    const base::Asker& asker, const CallId& id, SuggestionSearch search)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<AnsweredSuggestion>> {
        const auto call = TRY(find_call(tx, id));
        if (call.state == CallState::draft) {
            return base::trouble(base::Trouble::not_found, "topic_call.not_found");
        }
        search.call = id;
        search.states = states_seen(asker);
        const auto belongs_to = belongings(tx, asker.actor);
        std::vector<AnsweredSuggestion> answers;
        for (const auto& one : search_suggestions(tx, search)) {
            answers.push_back(answered(one, target_of(tx, asker, belongs_to, one)));
        }
        return answers;
    });
}

OwnSuggestions own_of(services::Services& services, const base::Actor& actor)
{
    return services.db.read([&](db::Tx& tx) {
        return OwnSuggestions{actor.id, belongings(tx, actor)};
    });
}

base::Result<SuggestionContact> look_at_contact(services::Services& services,
    const base::Actor& actor, const SuggestionId& id, const std::string& reason)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SuggestionContact> {
        CHECK(find_suggestion(tx, id));
        if (!sealing::Vault::exists(tx, contact_of(id))) {
            return base::trouble(base::Trouble::not_found, "suggestion.no_contact");
        }
        return SuggestionContact{
            TRY(services.vault.look(tx, contact_of(id), {.actor = actor, .reason = reason}))};
    });
}

} // namespace xieshang::calls
