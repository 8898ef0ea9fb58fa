// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_event_actions.h"

#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>
#include <array>

namespace xieshang::calls {
namespace {

template <class Object, class Detail>
std::string content_of(const Object& after, const char* name, const Detail& detail)
{
    return R"({"after":)" + json::write(after) + R"(,")" + name + R"(":)" + json::write(detail)
        + "}";
}

// The events of a suggestion's steps, each by its name: it is a topic's table, but only some of its
// steps are taken here.
struct NamedStep {
    const char* event;
    TopicAction action;
};
constexpr std::array named_steps{
    NamedStep{"suggestion.suggest", TopicAction::suggest},
    NamedStep{"suggestion.withdraw", TopicAction::withdraw},
    NamedStep{"suggestion.screen", TopicAction::screen},
    NamedStep{"suggestion.merge", TopicAction::merge},
    NamedStep{"suggestion.reserve", TopicAction::reserve},
    NamedStep{"suggestion.pass_on", TopicAction::pass_on},
    NamedStep{"suggestion.reopen", TopicAction::reopen},
    NamedStep{"suggestion.shortlist", TopicAction::shortlist},
    NamedStep{"suggestion.reject", TopicAction::reject},
};

std::string event_of(TopicAction action)
{
    const auto* const named = std::find_if(named_steps.begin(), named_steps.end(),
        [&](const NamedStep& one) { return one.action == action; });
    return named == named_steps.end() ? "suggestion.step" : named->event;
}

} // namespace

void keep_call_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const TopicCall& call, const CallStep& step, const std::string& reason)
{
    const KeptCallStep kept{call.version, call.updated_at, actor.id, actor.name, step.action,
        step.from, step.to, reason, call.words.closes_on};
    insert_call_step(tx, call.id, kept);
    record::append(tx, actor, call.updated_at, services.random,
        {"topic_call." + std::string(boost::describe::enum_to_string(step.action, "")),
            "topic_call", call.id.text, call.version, content_of(call, "step", kept)});
}

void keep_suggestion_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const topics::TopicWorkflowStep& step, const StepWords& words)
{
    const KeptSuggestionStep kept{suggestion.version, suggestion.updated_at, actor.id, actor.name,
        step.action, step.from, step.to, words.reason, words.passed_to, words.target_id};
    insert_step(tx, suggestion.id, kept);
    record::append(tx, actor, suggestion.updated_at, services.random,
        {event_of(step.action), "suggestion", suggestion.id.text, suggestion.version,
            content_of(suggestion, "step", kept)});
}

void keep_words(db::Tx& tx, const base::Actor& actor, const Suggestion& suggestion)
{
    insert_words(tx, suggestion.id,
        {suggestion.version, suggestion.updated_at, actor.id, actor.name, suggestion.words});
}

void tell_edit(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const SuggestionWords& before)
{
    record::append(tx, actor, suggestion.updated_at, services.random,
        {"suggestion.edit", "suggestion", suggestion.id.text, suggestion.version,
            content_of(suggestion, "before", before)});
}

void tell_comment(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const SuggestionComment& comment)
{
    record::append(tx, actor, comment.at_ms, services.random,
        {"suggestion.comment", "suggestion", suggestion.id.text, suggestion.version,
            content_of(suggestion, "comment", comment)});
}

void tell_merge(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionMerge& merge, const std::string& verb)
{
    const auto version =
        1 + static_cast<std::int64_t>(merge.consents.size()) + (merge.is_over ? 1 : 0);
    const bool is_asked = verb == "ask";
    record::append(tx, actor, services.clock.now(), services.random,
        {is_asked               ? "suggestion_merge.ask"
                : verb == "end" ? "suggestion_merge.end"
                                : "suggestion_merge.answer",
            "suggestion_merge", merge.id.text, version, content_of(merge, "verb", verb)});
}

} // namespace xieshang::calls
