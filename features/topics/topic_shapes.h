// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of topics, and the limits of what it takes. Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "features/topics/topic_change.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::topics {

struct TopicLine {
    TopicId id;
    std::int64_t number{};
    TopicKind kind{};
    std::string title;
    std::string period;
    std::optional<std::int64_t> month;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::int64_t line{};
    std::int64_t version{};
    TopicState state{};
    std::optional<TopicField> field{};
    bool to_review{}; // carried over from an earlier plan, and nobody has looked at it since
};
BOOST_DESCRIBE_STRUCT(TopicLine, (),
    (id, number, kind, title, period, month, responsible, participating, line, version, state,
        field, to_review))

struct PlanOfTopic {
    plan::PlanId id;
    std::string title;
    std::optional<std::int64_t> year;
    plan::PlanState state{};
};
BOOST_DESCRIBE_STRUCT(PlanOfTopic, (), (id, title, year, state))

struct TopicOffer {
    TopicAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(TopicOffer, (), (action, refusal))

struct TopicSource { // a suggestion that became it
    std::string id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(TopicSource, (), (id, title))

struct TopicView {
    TopicId id;
    PlanOfTopic plan;
    std::int64_t number{};
    TopicKind kind{};
    std::string title;
    std::string period;
    std::optional<std::int64_t> month;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::int64_t line{};
    bool can_edit{};
    std::string cannot_edit_because; // for this person, in their language; empty when can_edit
    std::int64_t version{};
    base::Instant updated_at;
    TopicState state{};
    std::optional<TopicField> field{};
    bool to_review{};
    std::optional<TopicId> carried_from{}; // the topic of an earlier plan
    std::vector<TopicSource> suggestions{};
    std::vector<TopicOffer> actions{}; // by hand, and why not the rest
};
BOOST_DESCRIBE_STRUCT(TopicView, (),
    (id, plan, number, kind, title, period, month, responsible, participating, line, can_edit,
        cannot_edit_because, version, updated_at, state, field, to_review, carried_from,
        suggestions, actions))

struct TopicStepView {
    base::Instant at;
    std::string by_name;
    TopicAction action{};
    TopicState from{};
    TopicState to{};
    std::string reason;
    std::int64_t version{};
    // Of an edit or a new title, where the record tells it; empty: it was looked at and kept.
    std::optional<std::vector<ChangedWords>> changes{};
};
BOOST_DESCRIBE_STRUCT(TopicStepView, (), (at, by_name, action, from, to, reason, version, changes))

struct TopicSteps {
    TopicState state{};
    std::vector<TopicStepView> items; // oldest first
};
BOOST_DESCRIBE_STRUCT(TopicSteps, (), (state, items))

TopicLine line_of(Topic topic);

} // namespace xieshang::topics

namespace xieshang::json {

template <>
inline constexpr auto rules<topics::TopicWords> = std::to_array<Rule>({
    {.member = "number", .least = 0, .most = 9999, .description = "As the document counts"},
    {.member = "title", .least = 1, .most = 200},
    {.member = "period",
        .least = 0,
        .most = 100,
        .description = "The words of the document: 5月, 上半年"},
    {.member = "month", .least = 1, .most = 12},
    {.member = "responsible", .least = 0, .most = 50, .item_most = 100},
    {.member = "participating", .least = 0, .most = 50, .item_most = 100},
    {.member = "line",
        .least = 0,
        .most = 10'000'000,
        .description = "Of the document, from 1; 0: by hand"},
});

template <>
inline constexpr auto rules<topics::DraftTopic> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "period", .least = 0, .most = 100},
    {.member = "month", .least = 1, .most = 12},
    {.member = "responsible", .least = 0, .most = 50, .item_most = 100},
    {.member = "participating", .least = 0, .most = 50, .item_most = 100},
    {.member = "suggestion_id", .least = 1, .most = 36},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<topics::TopicStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<topics::TopicEdit> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "period", .least = 0, .most = 100},
    {.member = "month", .least = 0, .most = 12, .description = "0 takes the month away"},
    {.member = "responsible", .least = 0, .most = 50, .item_most = 100},
    {.member = "participating", .least = 0, .most = 50, .item_most = 100},
});

} // namespace xieshang::json
