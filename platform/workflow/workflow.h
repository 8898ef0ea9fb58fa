// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A workflow is a constexpr table (ADR 0003): from, action, to, by whom, what it needs, or else
// which refusal. take() interprets it; is_sound() refuses, at compile time, a table with duplicate
// or unreachable rows. Pure: no clock, no query. State, Action and Role are enumerations; Facts is
// what the rules look at.
#pragma once

#include "platform/base/actor.h"
#include "platform/base/result.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace xieshang::workflow {

template <class State, class Action, class Facts>
struct Row {
    State from{};
    Action action{};
    State to{};
    base::Roles by{}; // any of these role bits may take it
    bool (*needs)(const Facts&){};
    std::string_view or_else; // code of the refusal when `needs` says no
};

template <class State, class Action>
struct Step {
    State from{};
    State to{};
    Action action{};

    bool operator==(const Step&) const = default;
};

// An action that stands open in a state, and why this person may not take it now (empty: may).
template <class Action>
struct Offer {
    Action action{};
    std::string refusal;

    bool operator==(const Offer&) const = default;
};

template <class Facts>
constexpr bool always(const Facts&)
{
    return true;
}

// True when no (from, action) stands twice and every state but the first row's `from` is reached by
// some path.
template <class State, class Action, class Facts, std::size_t size>
constexpr bool is_sound(const std::array<Row<State, Action, Facts>, size>& table)
{
    std::array<bool, size> reached{};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (table[i].from == table[j].from && table[i].action == table[j].action) {
                return false;
            }
        }
        if (table[i].by == 0 || table[i].needs == nullptr) {
            return false;
        }
        reached[i] = table[i].from == table[0].from;
    }
    bool grows = true;
    while (grows) {
        grows = false;
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; reached[i] && j < size; ++j) {
                if (!reached[j] && table[j].from == table[i].to) {
                    reached[j] = true;
                    grows = true;
                }
            }
        }
    }
    return std::all_of(reached.begin(), reached.end(), [](bool yes) { return yes; });
}

// The step, or why not: workflow.no_such_step (409), workflow.wrong_role (403), or the row's own
// refusal (422).
template <class State, class Action, class Facts, std::size_t size>
base::Result<Step<State, Action>> take(const std::array<Row<State, Action, Facts>, size>& table,
    State from, Action action, base::Roles roles, const Facts& facts)
{
    for (const auto& row : table) {
        if (row.from != from || row.action != action) {
            continue;
        }
        if ((row.by & roles) == 0) {
            return base::trouble(base::Trouble::forbidden, "workflow.wrong_role");
        }
        if (!row.needs(facts)) {
            return base::refuse(std::string(row.or_else));
        }
        return Step<State, Action>{row.from, row.to, row.action};
    }
    return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
}

// Every action that the table knows from this state, each with its refusal, if any, for this
// person.
template <class State, class Action, class Facts, std::size_t size>
std::vector<Offer<Action>> offers(const std::array<Row<State, Action, Facts>, size>& table,
    State from, base::Roles roles, const Facts& facts)
{
    std::vector<Offer<Action>> open;
    for (const auto& row : table) {
        if (row.from == from) {
            const auto taken = take(table, from, row.action, roles, facts);
            open.push_back({row.action, taken ? std::string() : taken.error().code});
        }
    }
    return open;
}

} // namespace xieshang::workflow
