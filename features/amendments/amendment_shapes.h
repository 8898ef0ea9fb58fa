// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of amendments, and the limits of what it takes. Pure.
#pragma once

#include "features/amendments/amendment.h"
#include "features/behalf/behalf_paper.h"
#include "features/members/role.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::amendments {

struct AmendmentWords {
    std::string reason;
    std::vector<TopicChange> changes;
};
BOOST_DESCRIBE_STRUCT(AmendmentWords, (), (reason, changes))

struct AmendmentStepRequest {
    AmendmentAction action{};
    std::string reason;
    std::optional<Decision> decision{};
    std::optional<behalf::BehalfPaper> behalf{}; // where the office records what the body did
};
BOOST_DESCRIBE_STRUCT(AmendmentStepRequest, (), (action, reason, decision, behalf))

struct AmendmentOfferView {
    AmendmentAction action{};
    std::optional<std::string> refusal;
    std::optional<members::Role> behalf{};
};
BOOST_DESCRIBE_STRUCT(AmendmentOfferView, (), (action, refusal, behalf))

// One change, readable: what the topic is called, what becomes of it.
struct ChangeView {
    ChangeKind kind{};
    std::optional<TopicId> topic_id;
    std::string title_before; // of the topic that leaves, moves or is renamed
    std::string title_after;  // the new title, or the new topic's
    std::optional<NewTopic> topic;
    std::optional<TopicId> new_topic_id; // once it was decided
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    ChangeView, (), (kind, topic_id, title_before, title_after, topic, new_topic_id, reason))

struct AmendmentStepView {
    base::Instant at;
    std::string by_name;
    AmendmentAction action{};
    AmendmentState from{};
    AmendmentState to{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendmentStepView, (), (at, by_name, action, from, to, reason))

struct PlanOfAmendment {
    plan::PlanId id;
    std::string title;
    std::optional<std::int64_t> year;
};
BOOST_DESCRIBE_STRUCT(PlanOfAmendment, (), (id, title, year))

struct AmendmentView {
    AmendmentId id;
    PlanOfAmendment plan;
    std::string reason;
    std::vector<ChangeView> changes;
    std::optional<Decision> decision;
    AmendmentState state{};
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by_name;
    bool can_edit{};
    std::vector<AmendmentOfferView> actions;
    std::vector<AmendmentStepView> steps;   // oldest first
    std::optional<std::string> hindrance{}; // its day has come: why it was not carried out
};
BOOST_DESCRIBE_STRUCT(AmendmentView, (),
    (id, plan, reason, changes, decision, state, version, created_at, created_by_name, can_edit,
        actions, steps, hindrance))

struct AmendmentLine {
    AmendmentId id;
    std::string reason;
    AmendmentState state{};
    std::int64_t change_count{};
    std::optional<Decision> decision;
    base::Instant created_at;
    std::string created_by_name;
    std::vector<ChangeView> waiting{}; // what it will do on its day; of others nothing
};
BOOST_DESCRIBE_STRUCT(AmendmentLine, (),
    (id, reason, state, change_count, decision, created_at, created_by_name, waiting))

// A topic that another one stands for since an amendment was carried out; titles as they are now.
struct Replacement {
    AmendmentId amendment_id;
    TopicId topic_id; // that was replaced
    std::string title;
    TopicId by_id; // in its place
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(Replacement, (), (amendment_id, topic_id, title, by_id, by_title))

struct Amendments {
    std::vector<AmendmentLine> items;     // oldest first
    std::optional<std::string> refusal{}; // why this person may propose none now
    std::vector<Replacement> replaced{};  // as they were carried out
};
BOOST_DESCRIBE_STRUCT(Amendments, (), (items, refusal, replaced))

struct DayAsked {
    std::optional<std::string> day; // absent: today
};
BOOST_DESCRIBE_STRUCT(DayAsked, (), (day))

// The plan as it stood at the end of a day.
struct StoodPlan {
    std::string day;
    plan::PlanState state{};
    std::vector<StoodTopic> topics;
    std::int64_t amendments{}; // that held by then
};
BOOST_DESCRIBE_STRUCT(StoodPlan, (), (day, state, topics, amendments))

AmendmentLine line_of(const Amendment& amendment, const std::vector<Topic>& topics);
std::vector<Replacement> replaced_by(const Amendment& amendment, const std::vector<Topic>& topics);
// Titles as the plan's topics have them now, while nothing is carried out.
std::vector<ChangeView> changes_of(const Amendment& amendment, const std::vector<Topic>& topics);

} // namespace xieshang::amendments

namespace xieshang::json {

template <>
inline constexpr auto rules<amendments::NewTopic> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "period", .least = 0, .most = 100},
    {.member = "responsible", .least = 0, .most = 50, .item_most = 100},
    {.member = "participating", .least = 0, .most = 50, .item_most = 100},
    {.member = "month", .least = 1, .most = 12},
});

template <>
inline constexpr auto rules<amendments::TopicChange> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<amendments::AmendmentWords> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 2000},
    {.member = "changes", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<amendments::Decision> = std::to_array<Rule>({
    {.member = "meeting", .least = 0, .most = 200},
    {.member = "meeting_day", .least = 0, .most = 10},
    {.member = "decided_on", .least = 0, .most = 10},
    {.member = "effective_on", .least = 0, .most = 10},
});

template <>
inline constexpr auto rules<amendments::AmendmentStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
