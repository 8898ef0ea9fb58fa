// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A topic 议题 of an annual plan: types and rules. Pure.
#pragma once

#include "features/plan/topic_field.h"
#include "features/plan/topic_kind.h"
#include "features/topics/topic_workflow.h"
#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::topics {

using TopicId = base::Id<struct TopicTag>;
using plan::TopicField;
using plan::TopicKind;

// The words of a topic, as a document says them and a person corrects them.
struct TopicWords {
    std::int64_t number{}; // as the document counts
    TopicKind kind{};
    std::string title;
    std::string period;                // the words of the document: 5月, 上半年, 适时
    std::optional<std::int64_t> month; // 1…12, when the period names one
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::int64_t line{};               // of the document, from 1; 0: entered by hand
    std::optional<TopicField> field{}; // none: nobody said it yet

    bool operator==(const TopicWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    TopicWords, (), (number, kind, title, period, month, responsible, participating, line, field))

struct Topic {
    TopicId id;
    std::string plan_id;     // PlanId text: the slice of plans stands above this one
    std::int64_t position{}; // in the plan, from 1
    TopicWords words;
    std::int64_t version{};
    base::Instant updated_at;
    TopicState state = TopicState::shortlisted; // a plan that is drafted proposes its topics
    std::optional<TopicId> carried_from{};      // the topic of an earlier plan that it began as
};

// One step of a topic's life; the version is the one that the step made.
struct TopicStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    TopicAction action{};
    TopicState from_state{};
    TopicState to_state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    TopicStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, reason))

// A topic that is put into a draft by hand. Its number is found (next_number()).
struct DraftTopic {
    TopicKind kind{};
    std::string title;
    std::string period;
    std::optional<std::int64_t> month;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::optional<TopicField> field{};
    std::optional<std::string> suggestion_id{}; // that it comes from
    std::optional<std::string> reason{};        // where that suggestion is not taken yet
};
BOOST_DESCRIBE_STRUCT(DraftTopic, (),
    (kind, title, period, month, responsible, participating, field, suggestion_id, reason))

// A draft's topic leaves the short list, or comes back.
struct TopicStepRequest {
    TopicAction action{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TopicStepRequest, (), (action, reason))

// As the document counts: each kind from 1 where its numbers begin anew, else through the plan.
std::int64_t next_number(const std::vector<Topic>& standing, TopicKind kind);

TopicWords entered_words(const DraftTopic& topic, const std::vector<Topic>& standing);

// Carried over from an earlier plan and changed by nobody since: its title is to be looked at.
bool is_to_be_reviewed(const Topic& topic);

// What a person may change; absent members stay. A month of 0 takes the month away.
struct TopicEdit {
    std::optional<TopicKind> kind;
    std::optional<std::string> title;
    std::optional<std::string> period;
    std::optional<std::int64_t> month;
    std::optional<std::vector<std::string>> responsible;
    std::optional<std::vector<std::string>> participating;
    std::optional<TopicField> field{};
};
BOOST_DESCRIBE_STRUCT(
    TopicEdit, (), (kind, title, period, month, responsible, participating, field))

TopicWords edited(TopicWords words, const TopicEdit& edit);

// Refuses with topic.stale (412), naming each field that differs between what was asked and what is
// kept.
base::Result<void> same_version(
    const Topic& kept, std::int64_t version_seen, const TopicEdit& asked);

// Refuses with topic.dropped (409) what was taken off the short list.
base::Result<void> stands(const Topic& topic);

// A suggestion that may become a topic: for which year its call asks (calls::CallWords), and of
// which year the draft is (none: it says no year yet).
struct YearsOfSuggestion {
    std::int64_t asked_for{};
    std::optional<std::int64_t> of_plan{};
    TopicState state{}; // of the suggestion
};
// Topics are asked for one year's plan. What that year left over, in reserve or set free by an
// amendment, may be taken later; what is on its year's short list may not, and nothing earlier.
// Refuses with topic.suggestion_of_other_year {year} (409).
base::Result<void> of_its_year(const YearsOfSuggestion& years);

// Refuses with topic.duplicate_titles (422), one field trouble for each title that stands there
// before.
base::Result<void> distinct_titles(const std::vector<TopicWords>& topics);

} // namespace xieshang::topics
