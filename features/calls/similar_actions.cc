// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/similar_actions.h"

#include "features/calls/calls_policies.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_actions.h"
#include "features/calls/topic_call_store.h"
#include "platform/analytics/shared_likeness.h"
#include "platform/record/record.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace xieshang::calls {
namespace {

using analytics::SharedLikeness;

struct Folded {
    std::u32string title;
    std::u32string body;
};

Folded folded(std::string_view title, std::string_view body)
{
    return {folded_text(title), folded_text(body)};
}

// As it is typed: the first line, then the rest.
Folded folded(std::string_view text)
{
    const auto line = std::min(text.find('\n'), text.size());
    return folded(text.substr(0, line), text.substr(std::min(line + 1, text.size())));
}

bool is_compared(const Suggestion& one) { return one.state != TopicState::withdrawn; }

analytics::TextChange change_to(const Suggestion& one)
{
    auto [title, body] = folded(one.words.title, one.words.problem);
    return {one.id.text, is_compared(one) ? std::optional(std::move(title)) : std::nullopt,
        std::move(body)};
}

std::vector<analytics::TextChange> everything(db::Tx& tx)
{
    std::vector<analytics::TextChange> changes;
    for (const auto& one : search_suggestions(
             tx, {.order = SuggestionOrder::oldest, .limit = std::numeric_limits<int>::max()})) {
        changes.push_back(change_to(one));
    }
    return changes;
}

std::vector<analytics::TextChange> since(db::Tx& tx, std::int64_t event)
{
    std::set<std::string> touched;
    for (auto events = record::events_after(tx, event); !events.empty();
         events = record::events_after(tx, event)) {
        for (const auto& one : events) {
            if (one.kind == "suggestion") {
                touched.insert(one.id);
            }
        }
        event = events.back().sequence;
    }
    std::vector<analytics::TextChange> changes;
    for (const auto& id : touched) {
        if (const auto one = find_suggestion(tx, SuggestionId{id})) {
            changes.push_back(change_to(*one));
        }
    }
    return changes;
}

// What `tx` sees is in the index, and perhaps what came after it.
void bring_up_to_date(db::Tx& tx, SharedLikeness& alike)
{
    const auto until = record::newest_sequence(tx);
    for (auto known = alike.known(); known < until; known = alike.known()) {
        alike.take(known, until, known == 0 ? everything(tx) : since(tx, known));
    }
}

// What a question is asked beside, and under which calls all came in.
struct Surroundings {
    std::map<std::string, CallWords> calls{}; // by CallId text
    std::optional<Suggestion> beside{};

    std::int64_t year_of(const Suggestion& one) const { return calls.at(one.call_id.text).year; }
};

Surroundings surroundings(db::Tx& tx)
{
    Surroundings all;
    for (auto& call : all_calls(tx, true)) {
        all.calls.emplace(call.id.text, std::move(call.words));
    }
    return all;
}

SimilarSuggestion view_of_similar(const Suggestion& one, double score, const Surroundings& around)
{
    const auto& beside = around.beside;
    return {one.id, one.words.title, one.constituency, answer_of(one.state),
        std::lround(score * 100), around.calls.at(one.call_id.text).title,
        beside && is_target_for(*beside, one, around.year_of(*beside) == around.year_of(one))};
}

// Those among the likest that the asker sees. As many are asked for as it takes to find ten.
std::vector<SimilarSuggestion> likest(
    db::Tx& tx, const base::Asker& asker, const SimilarAsk& asked, const SharedLikeness& alike)
{
    const auto belongs_to = belongings(tx, asker.actor);
    auto around = surroundings(tx);
    std::string text = asked.text.value_or("");
    auto question = asked.text ? folded(text) : Folded{};
    if (asked.but && text.empty()) {
        const auto seen = seen_by(tx, asker, *asked.but);
        if (seen && seen->view != "answer") {
            const auto& words = seen->suggestion.words;
            question = folded(words.title, words.problem);
            around.beside = seen->suggestion;
        }
    }
    std::vector<SimilarSuggestion> seen;
    std::size_t looked_at = 0;
    for (auto most = 2 * most_similar; seen.size() < most_similar; most *= 4) {
        const auto found = alike.most_alike({question.title, question.body}, {.most = most});
        for (; looked_at < found.size() && seen.size() < most_similar; ++looked_at) {
            const auto& [id, likeness] = found[looked_at];
            const auto one = find_suggestion(tx, SuggestionId{id});
            if (!one || !is_compared(*one) || (asked.but && one->id == *asked.but)
                || !view_of(asker, *one, is_own(*one, asker.actor.id, belongs_to))) {
                continue;
            }
            seen.push_back(view_of_similar(*one, likeness.score, around));
        }
        if (found.size() < most) {
            break;
        }
    }
    return seen;
}

std::set<std::string> calls_of_the_public(db::Tx& tx)
{
    std::set<std::string> ids;
    for (const auto& call : all_calls(tx, false)) {
        if (!call.code.empty()) {
            ids.insert(call.id.text);
        }
    }
    return ids;
}

bool is_everybodys(const Suggestion& one)
{
    return policies::everybodys.admits_state(
        boost::describe::enum_to_string(answer_of(one.state), ""));
}

} // namespace

SimilarSuggestions similar(
    services::Services& services, const base::Asker& asker, const SimilarAsk& asked)
{
    return services.db.read([&](db::Tx& tx) {
        SharedLikeness of_this_question;
        auto& alike = services.alike == nullptr ? of_this_question : *services.alike;
        bring_up_to_date(tx, alike);
        return SimilarSuggestions{likest(tx, asker, asked, alike)};
    });
}

PublicSimilarList similar_for_everybody(
    services::Services& services, db::Tx& tx, const std::string& text)
{
    SharedLikeness of_this_question;
    auto& alike = services.alike == nullptr ? of_this_question : *services.alike;
    bring_up_to_date(tx, alike);
    const auto calls = calls_of_the_public(tx);
    const auto question = folded(text);
    PublicSimilarList seen;
    for (const auto& found :
        alike.most_alike({question.title, question.body}, {.most = most_looked_at_publicly})) {
        const auto one = find_suggestion(tx, SuggestionId{found.id});
        if (one && is_everybodys(*one) && calls.count(one->call_id.text) != 0) {
            seen.items.push_back({one->words.title, answer_of(one->state)});
        }
        if (seen.items.size() == most_similar_publicly) {
            break;
        }
    }
    return seen;
}

} // namespace xieshang::calls
