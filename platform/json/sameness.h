// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether two JSON values mean the same, whatever the order of their members. Pure.
#pragma once

#include "platform/json/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::json {

const Node* member_of(const Node& object, std::string_view key); // null: it has none

bool same(const Node& a, const Node& b);

// The names of `actual`'s members that `expected` has otherwise or not at all.
std::vector<std::string> differing_members(const Node& expected, const Node& actual);

} // namespace xieshang::json
