// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The text of a draft as it stood when opinions on it were asked for, in parts that an opinion can
// be about. A part's key is its own in the text that was sent: of a paragraph by its place there,
// of a topic by the topic's id. Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"

#include <string_view>

namespace xieshang::draft_opinions {

enum class PartKind : std::uint8_t {
    paragraph, // 段落; one without text is a heading alone
    topic,     // 议题
};
BOOST_DESCRIBE_ENUM(PartKind, paragraph, topic)

struct FrozenPart {
    std::string key; // "p:2.1", "t:<TopicId>"
    PartKind kind{};
    std::string heading; // of the section; of a topic its number
    std::string text;
    std::optional<plan::TopicKind> form{}; // 形式, of a topic: each counts its own topics

    bool operator==(const FrozenPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(FrozenPart, (), (key, kind, heading, text, form))

// Everything that the sections and the topics say, in their order; of white space only that around
// paragraphs is left out.
std::vector<FrozenPart> freeze(
    const std::vector<plan::Section>& sections, const std::vector<topics::Topic>& topics);

// Where each part that was sent stands today, as an index into `now`; none: it is not there. Topics
// by their id; paragraphs by their words, and one that was rewritten by its place among those that
// stayed: of several there the one that begins and ends most as it did.
std::vector<std::optional<std::size_t>> places_today(
    const std::vector<FrozenPart>& sent, const std::vector<FrozenPart>& now);

// Null where no part has that key.
const FrozenPart* part_of(const std::vector<FrozenPart>& parts, std::string_view key);

} // namespace xieshang::draft_opinions
