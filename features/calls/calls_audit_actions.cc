// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"

#include "features/calls/merge_store.h"
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

record::Misfit differs(std::string table, const std::string& row, std::string field)
{
    return {"check.row_differs", std::move(table), row, {{"field", std::move(field)}}};
}

template <class Value>
json::Document parsed(const Value& value)
{
    return json::Document::parse(json::write(value)).value();
}

// An event from before the register was asked, or before it was kept why a question ended, says
// nothing of it; the row has nothing there then.
bool is_older(const std::string& field, const json::Node& told, const json::Node& kept)
{
    const auto* row = json::member_of(kept, field);
    return json::member_of(told, field) == nullptr
        && ((field == "for_id" && row->text.empty())
            || (field == "ended_because" && row->kind == json::Kind::null));
}

// The row is what the last event left.
template <class Row>
Misfits compared(const Events& events, const std::string& table, const std::string& id,
    const base::Result<Row>& row)
{
    if (!row) {
        return {{"check.no_row", table, id}};
    }
    if (events.empty()) {
        return {{"check.no_event", table, id}};
    }
    Misfits misfits;
    const auto content = json::Document::parse(events.back().content.value_or(""));
    if (!content) {
        return misfits; // told already, where the record is inspected
    }
    const auto* told = json::member_of(content->root(), "after");
    if (told == nullptr) {
        return {differs(table, id, "event")};
    }
    const auto kept = parsed(*row);
    for (auto& field : json::differing_members(*told, kept.root())) {
        if (!is_older(field, *told, kept.root())) {
            misfits.push_back(differs(table, id, std::move(field)));
        }
    }
    return misfits;
}

// Each step as its event told it, in their order.
template <class Step>
bool are_told(const std::vector<Step>& steps, const Events& events)
{
    auto step = steps.begin();
    for (const auto& event : events) {
        const auto content = json::Document::parse(event.content.value_or(""));
        const auto* told = content ? json::member_of(content->root(), "step") : nullptr;
        if (told == nullptr) {
            continue; // an edit, a comment, or content that the inspection of the record misses
        }
        if (step == steps.end() || !json::same(parsed(*step).root(), *told)) {
            return false;
        }
        ++step;
    }
    return step == steps.end();
}

bool is_explained(const Suggestion& suggestion, const std::vector<KeptSuggestionStep>& steps)
{
    return !steps.empty() && steps.back().to_state == suggestion.state
        && steps.back().reason == suggestion.answer;
}

} // namespace

std::vector<std::string> calls_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "topic_call", call_ids(tx));
}

std::vector<std::string> suggestions_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "suggestion", suggestion_ids(tx));
}

std::vector<std::string> merges_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "suggestion_merge", merge_ids(tx));
}

Misfits audit_call(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "topic_call", id);
    auto misfits = compared(events, "topic_call", id, find_call(tx, CallId{id}));
    if (misfits.empty() && !are_told(steps_of(tx, CallId{id}), events)) {
        misfits.push_back(differs("topic_call_step", id, "steps"));
    }
    return misfits;
}

Misfits audit_suggestion(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "suggestion", id);
    const auto suggestion = find_suggestion(tx, SuggestionId{id});
    auto misfits = compared(events, "suggestion", id, suggestion);
    if (!suggestion) {
        return misfits;
    }
    const auto steps = steps_of(tx, SuggestionId{id});
    if (!is_explained(*suggestion, steps) || !are_told(steps, events)) {
        misfits.push_back(differs("suggestion_step", id, "steps"));
    }
    const auto words = words_of(tx, SuggestionId{id});
    if (words.empty() || words.back().words != suggestion->words) {
        misfits.push_back(differs("suggestion_words", id, "words"));
    }
    return misfits;
}

Misfits audit_merge(db::Tx& tx, const std::string& id)
{
    return compared(record::events_about(tx, "suggestion_merge", id), "suggestion_merge", id,
        find_merge(tx, MergeId{id}));
}

} // namespace xieshang::calls
