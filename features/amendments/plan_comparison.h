// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two versions of a plan side by side: what belongs together, so that words can be compared with
// words; pure. Paragraphs are matched in their order, topics by their ids, so that a topic that was
// renamed or moved to another kind is the same topic.
#pragma once

#include "features/amendments/plan_past.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::amendments {

// A heading or a paragraph of the text; one side is absent where the other version has it alone.
struct ComparedParagraph {
    bool is_heading = false;
    std::optional<std::string> before{};
    std::optional<std::string> after{};

    bool operator==(const ComparedParagraph&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComparedParagraph, (), (is_heading, before, after))

struct ComparedTopic {
    TopicId id;
    std::optional<PastTopic> before{};
    std::optional<PastTopic> after{};

    bool operator==(const ComparedTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComparedTopic, (), (id, before, after))

// Both texts whole, in their order. What was changed in one place stands side by side, what came or
// went alone.
std::vector<ComparedParagraph> compared(
    const std::vector<plan::Section>& before, const std::vector<plan::Section>& after);

// In the order of `after`; what it has no more stands behind what it stood behind before.
std::vector<ComparedTopic> compared(
    const std::vector<PastTopic>& before, const std::vector<PastTopic>& after);

} // namespace xieshang::amendments
