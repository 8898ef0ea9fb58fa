// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a heading promises: topics, something else, or one cannot know. Folded text without blanks
// and number; pure.
#pragma once

#include "features/plan/topic_kind.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::plan {

enum class Promise : std::uint8_t {
    unknown,
    topics,    // 重点议题, （一）常委会会议协商议题, 专题协商
    perhaps,   // 协商工作安排: topics, if nothing else promises them
    no_topics, // 指导思想, 主要措施, 邀请……出席
    unlikely,  // begins with a verb as measures do: 加强…, 提升…
};

struct Heading {
    Promise promise{};
    bool is_pure{}; // made of the domain's words only, so that it is no topic itself
    bool is_kind{}; // pure, and nothing but a form's name: 专题协商, 对口协商和界别协商议题
    bool is_time{}; // 第一季度, 3月: groups topics by their time
    std::optional<TopicKind> kind;
    std::optional<int> count; // （4个）, 共12项
};

Heading understood(std::u32string_view heading);

// Characters of the heading when its paragraph begins on the same line: 加强领导。各部门…,
// 指导思想以……为指导. text.size() when the whole is heading.
std::size_t heading_length(std::u32string_view text);

} // namespace xieshang::plan
