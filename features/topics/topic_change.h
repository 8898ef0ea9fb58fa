// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an edit or a new title made of a topic's words, for its history: the old text stays
// (domain.md §1.2). Pure.
#pragma once

#include "features/topics/topic.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::topics {

// One field, as TopicWords names it, with what it said and says; names joined by 、. Empty: nothing
// was said. Kinds and fields are their keys.
struct ChangedWords {
    std::string field;
    std::string before;
    std::string after;

    bool operator==(const ChangedWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChangedWords, (), (field, before, after))

// Of each field that differs; none: somebody looked at it and kept it.
std::vector<ChangedWords> changed_words(const TopicWords& before, const TopicWords& after);

// What the record keeps of it. Absent: told before it was asked for; an edit has no reason.
struct ToldWords {
    TopicWords before;
    TopicWords after;
    std::optional<std::string> reason{};
    std::optional<std::string> by_name{};
};
BOOST_DESCRIBE_STRUCT(ToldWords, (), (before, after, reason, by_name))

} // namespace xieshang::topics
