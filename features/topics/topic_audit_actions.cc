// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_audit_actions.h"

#include "features/members/workflow_rows.h"
#include "features/topics/topic_event.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::topics {
namespace {

void add(std::vector<record::Misfit>& misfits, const Topic& topic, std::string field)
{
    misfits.push_back({"check.row_differs", "topic", topic.id.text, {{"field", std::move(field)}}});
}

// What the events about a topic tell; `words` as the plan was saved first, or null.
struct Told {
    const json::Node* words = nullptr;
    std::vector<json::Document> contents; // that `words` may stand in
    std::vector<TopicStep> steps;
    std::int64_t count = 0;
    bool was_added = false; // by an amendment or by hand: its first version has an event
    std::vector<TakenSuggestion> turns; // of the suggestions that it came of
    bool is_whole = true;               // else told already, where the record is inspected
};

std::string word_of(const json::Document& content, std::string_view member)
{
    const auto* node = json::member_of(content.root(), member);
    return node == nullptr ? std::string() : std::string(node->text);
}

// A suggestion came or left: no step of the topic's.
bool is_turn(std::string_view action)
{
    return action == "topic.take_suggestion" || action == "topic.leave_suggestion";
}

void add_turn(Told& told, const record::PastEvent& event, std::string suggestion)
{
    if (!suggestion.empty()) {
        told.turns.push_back({{}, std::ssize(told.turns) + 1, std::move(suggestion), event.at,
            event.actor_id, {}, std::nullopt});
    }
}

void take_turn(Told& told, const record::PastEvent& event, const json::Document& content)
{
    auto suggestion = word_of(content, "suggestion_id");
    if (event.action == "topic.take_suggestion") {
        return add_turn(told, event, std::move(suggestion));
    }
    if (!told.turns.empty() && told.turns.back().suggestion_id == suggestion) {
        told.turns.back().left_at_ms = event.at;
    }
}

void take_event(Told& told, const record::PastEvent& event)
{
    told.count += is_turn(event.action) ? 0 : 1;
    auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        told.is_whole = false;
        return;
    }
    told.contents.push_back(std::move(*content));
    const auto& kept = told.contents.back();
    if (is_turn(event.action)) {
        return take_turn(told, event, kept);
    }
    const auto verb = event.action.substr(event.action.find('.') + 1);
    if (verb == "edit" || verb == "retitle") {
        told.words = json::member_of(kept.root(), "after");
        return;
    }
    if (verb == "add" || verb == "enter") {
        const bool by_hand = verb == "enter";
        const auto state = by_hand ? TopicState::shortlisted : TopicState::planned;
        told.words = json::member_of(kept.root(), "after");
        told.was_added = true;
        told.steps.push_back({event.version, event.at, event.actor_id, {},
            by_hand ? TopicAction::enter : TopicAction::add, state, state,
            word_of(kept, "reason")});
        add_turn(told, event, word_of(kept, "suggestion_id"));
        return;
    }
    TopicStep step{.version = event.version, .at_ms = event.at, .by_id = event.actor_id};
    told.is_whole = told.is_whole && boost::describe::enum_from_string(verb.c_str(), step.action)
        && boost::describe::enum_from_string(word_of(kept, "from").c_str(), step.from_state)
        && boost::describe::enum_from_string(word_of(kept, "to").c_str(), step.to_state);
    step.reason = word_of(kept, "reason");
    told.steps.push_back(std::move(step));
}

bool are_same(const std::vector<TopicStep>& rows, const std::vector<TopicStep>& told)
{
    return std::equal(rows.begin(), rows.end(), told.begin(), told.end(),
        [](const TopicStep& row, const TopicStep& step) {
            return row.version == step.version && row.at_ms == step.at_ms && row.by_id == step.by_id
                && row.action == step.action && row.from_state == step.from_state
                && row.to_state == step.to_state && row.reason == step.reason;
        });
}

// The suggestions that came and left, by whom and when.
bool are_told(const std::vector<TakenSuggestion>& rows, const Told& told)
{
    return std::equal(rows.begin(), rows.end(), told.turns.begin(), told.turns.end(),
        [](TakenSuggestion row, const TakenSuggestion& turn) {
            row.topic_id = turn.topic_id; // the rows are its own
            row.by_name.clear();          // the record has the id
            return row == turn;
        });
}

// From the short list on, as the table says.
TopicState state_after(const std::vector<TopicStep>& steps, bool& follows)
{
    auto state = TopicState::shortlisted;
    for (const auto& step : steps) {
        if (step.action == TopicAction::add || step.action == TopicAction::enter) {
            state = step.to_state;
            continue;
        }
        const auto to = members::state_after(topic_workflow_rows(),
            boost::describe::enum_to_string(step.from_state, ""),
            boost::describe::enum_to_string(step.action, ""));
        follows = follows && step.from_state == state
            && to == boost::describe::enum_to_string(step.to_state, "");
        state = step.to_state;
    }
    return state;
}

void compare(db::Tx& tx, const Topic& topic, const Told& told, std::vector<record::Misfit>& misfits)
{
    if (told.words == nullptr) {
        return add(misfits, topic, "position");
    }
    const auto words = json::Document::parse(json::write(topic.words)).value();
    for (auto& field : json::differing_members(*told.words, words.root())) {
        const bool is_older = field == "field" && !topic.words.field // from before it was told
            && json::member_of(*told.words, "field") == nullptr;
        if (!is_older) {
            add(misfits, topic, std::move(field));
        }
    }
    if (!are_told(taken_into(tx, topic.id), told)) {
        add(misfits, topic, "topic_suggestion");
    }
    if (topic.version != told.count + (told.was_added ? 0 : 1)) {
        add(misfits, topic, "version");
    }
    bool follows = true;
    const auto state = state_after(told.steps, follows);
    if (!follows || !are_same(steps_of_topic(tx, topic.id), told.steps)) {
        add(misfits, topic, "steps");
    } else if (topic.state != state) {
        add(misfits, topic, "state");
    }
}

} // namespace

TopicEdits audit_topics_of_plan(db::Tx& tx, const std::string& plan_id, const json::Node& saved,
    std::vector<record::Misfit>& misfits)
{
    TopicEdits edits;
    const auto topics = every_topic_of_plan(tx, plan_id);
    auto first = saved.begin();
    for (const auto& topic : topics) {
        Told told;
        if (first != saved.end()) {
            told.words = &*first;
            ++first;
        }
        for (const auto& event : record::events_about(tx, "topic", topic.id.text)) {
            take_event(told, event);
            edits.newest_at = std::max(edits.newest_at, event.at);
            edits.count += counts_up_its_plan(event.action) ? 1 : 0;
        }
        if (told.is_whole) {
            compare(tx, topic, told, misfits);
        }
    }
    if (topics.size() < saved.size) {
        misfits.push_back({"check.row_differs", "topic", plan_id, {{"field", "position"}}});
    }
    return edits;
}

} // namespace xieshang::topics
