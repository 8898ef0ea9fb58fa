// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics told in sentences:
//   开展3场专题协商会。围绕“A”、B、“C”3个课题；组织2次民主监督，就“D”“E”开展监督。
// Folded text; pure, linear.
#pragma once

#include "features/plan/topic_kind.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct ProseTopic {
    std::size_t begin{}; // of the title, without its quotes
    std::size_t end{};
    std::size_t
        mark_begin{}; // with the words, quotes and separators around it that belong to no text
    std::size_t mark_end{};
    std::optional<TopicKind> kind;
};

// 3场, 3个课题: what the sentences say, and how many they list.
struct ProseCount {
    std::size_t at{};
    int stated{};
    int listed{};
    std::optional<TopicKind> kind;
};

struct Prose {
    std::vector<ProseTopic> topics;
    std::vector<ProseCount> counts;
};

// `kind` is what the heading above says. `in_topics`: the heading promises topics, so that a list
// needs no meeting named in its sentence.
Prose prose_in(std::u32string_view text, std::optional<TopicKind> kind, bool in_topics);

} // namespace xieshang::plan
