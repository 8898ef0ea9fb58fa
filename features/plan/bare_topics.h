// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics that nobody numbered. Pure.
#pragma once

#include "features/plan/outline.h"
#include "features/plan/roles.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// Lines of a section that are topics though nobody numbered them: short, bare, in a section that
// promises topics and has no numbered ones.
bool has_bare_topics(const std::vector<Line>& lines, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, std::size_t id);
bool is_bare_topic(const std::vector<Line>& lines, const Body& body);
bool is_bare_title(std::u32string_view text);

} // namespace xieshang::plan
