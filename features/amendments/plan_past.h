// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a plan said at an earlier time, from what the record tells of it and of its topics; pure.
// Source: domain.md §1.2, 旧文本保留: the old text stays. Days are calendar days in the committee's
// zone, ISO 8601; what an amendment changed holds from its effective day, all else from the day on
// which it was recorded.
#pragma once

#include "features/amendments/amendment.h"

#include <string>
#include <vector>

namespace xieshang::amendments {

// One event about a plan or about one of its topics.
struct PastEvent {
    std::int64_t sequence{};
    base::Instant at;
    std::string actor_id;
    std::optional<TopicId> topic_id{}; // none: about the plan itself
    std::string action;                // "plan.edit", "topic.retitle"
    std::int64_t version{};            // of its subject
    std::string content;               // JSON
};

// What an amendment says of a topic's place in the plan. How far its consultation has come is the
// topic's own life, no text of the plan.
enum class TopicPlace : std::uint8_t {
    listed,    // 列入
    postponed, // 延期
    cancelled, // 取消
    replaced,  // 替换
};
BOOST_DESCRIBE_ENUM(TopicPlace, listed, postponed, cancelled, replaced)

struct PastTopic {
    TopicId id;
    std::int64_t number{};
    plan::TopicKind kind{};
    std::string title;
    std::string period;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::optional<plan::TopicField> field{};
    TopicPlace place{};

    bool operator==(const PastTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    PastTopic, (), (id, number, kind, title, period, responsible, participating, field, place))

struct PlanText {
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year{};
    plan::PlanState state{};
    std::vector<plan::Section> sections;
    std::vector<PastTopic> topics; // in the plan's order, without those off the short list
};

// How far the events are told: to a version of the plan, to the end of a day, or all of them.
struct PastUntil {
    std::optional<std::int64_t> version{};
    std::optional<std::string> day{};

    bool operator==(const PastUntil&) const = default;
};

// All that the record tells of a plan.
struct PlanPast {
    std::vector<PastEvent> events;  // in their order
    std::vector<TopicId> topics;    // in the plan's order: first those that it was saved with
    std::vector<Amendment> decided; // whose events are among them
};

// Refusals: version.not_there_yet (422), when the plan was made later; version.not_told (409), when
// a content is no longer readable.
base::Result<PlanText> text_of(const PlanPast& past, const PastUntil& until);

// Gives each topic the words that were told of it; of which nothing was told keeps what it has.
void take_words(std::vector<StoodTopic>& stood, const std::vector<PastTopic>& told);

// The version of the plan that an amendment made; none: no event tells of it.
std::optional<std::int64_t> version_of(
    const std::vector<PastEvent>& events, const AmendmentId& amendment);

} // namespace xieshang::amendments
