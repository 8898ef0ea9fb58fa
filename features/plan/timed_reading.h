// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics below a heading that is only a time, with their form before them:
//   3月
//   主席会议协商：推进城市更新
//   责任单位：城建委
// Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/outline.h"

#include <optional>
#include <vector>

namespace xieshang::plan {

// Whether this line of a section is a form with a title behind it, below a time.
bool is_timed_topic(const std::vector<Line>& lines, const Node& node, const Body& body);

// Places the topic that begins on the first of these lines of the node; the others tell about it.
// The heading gives the topic's period, unless its own words do.
void place_timed_topic(Findings& findings, const Node& node, const std::vector<Body>& body,
    std::optional<TopicKind> kind_above, int section);

} // namespace xieshang::plan
