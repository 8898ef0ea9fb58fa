// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What each node of the outline is. Pure, linear.
#pragma once

#include "features/plan/outline.h"

#include <cstdint>
#include <vector>

namespace xieshang::plan {

enum class Role : std::uint8_t {
    section, // a heading with text
    topic,
    field,  // of the topic above: （二）时间安排
    detail, // said about the topic above
    text,   // an item of a section's text
};

enum class Trust : std::uint8_t { // how far a heading must promise topics before its items are
                                  // taken for some
    strict,                       // 重点议题, 专题协商
    hopeful,                      // 协商工作安排
    any,                          // any short list
};

// A topic is an item under a heading that promises topics; or, wherever it stands, an item with
// labels of its own (one heading a topic: 协商形式, 时间安排, 责任部门) or one that says
// 围绕“X”开展Y协商.
std::vector<Role> roles_of(
    const std::vector<Line>& lines, const std::vector<Node>& nodes, Trust trust);

} // namespace xieshang::plan
