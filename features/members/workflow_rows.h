// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A workflow table as texts, one row a line: from, action, to, by, or else. Pure.
#pragma once

#include "features/members/role.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

template <class State, class Action, class Facts, std::size_t size>
std::vector<std::array<std::string, 5>> workflow_rows(
    const std::array<workflow::Row<State, Action, Facts>, size>& table)
{
    const auto word = [](auto enumerator) {
        return std::string(boost::describe::enum_to_string(enumerator, ""));
    };
    std::vector<std::array<std::string, 5>> rows;
    for (const auto& row : table) {
        rows.push_back({word(row.from), word(row.action), word(row.to), names_of(row.by),
            std::string(row.or_else)});
    }
    return rows;
}

// Where such a row leads; empty: nowhere.
inline std::string state_after(const std::vector<std::array<std::string, 5>>& table,
    std::string_view state, std::string_view action)
{
    for (const auto& [from, name, to, by, or_else] : table) {
        if (from == state && name == action) {
            return to;
        }
    }
    return {};
}

} // namespace xieshang::members
