// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The lines of a topic: which of them are its wrapped title, which say something below it. Pure.
#pragma once

#include "features/plan/outline.h"

#include <vector>

namespace xieshang::plan {

struct TopicLines {
    Run title;  // empty when nothing stands behind the number
    Run fields; // labels and description
};

TopicLines topic_lines(const std::vector<Line>& lines, const Node& node);

} // namespace xieshang::plan
