// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Marks that are drawn by RapidCheck for the tests of this folder, and marks as a test writes them
// down.
#pragma once

#include "platform/analytics/naive_shares_test.h"

#include <rapidcheck.h>

namespace xieshang::analytics {

// Evenly, not small ones first.
inline std::size_t up_to(std::size_t most_of_it)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, most_of_it + 1));
}

// The sizes are small, so that equal prices are frequent; costs that differ by 1 in 10¹² make
// prices that nearly are.
inline Marks drawn(std::size_t most_ballots, std::size_t most_projects, std::size_t most_forms)
{
    const auto forms = 1 + up_to(most_forms - 1);
    const MadeUp sizes{
        .ballots = up_to(most_ballots),
        .projects = up_to(most_projects),
        .forms = forms,
        .slots = up_to(most_projects / forms + 3),
        .most_cost = *rc::gen::element<std::uint64_t>(1, 1, 2, 5),
        .unit = *rc::gen::element<std::uint64_t>(1, 1, 1'000'000'000'000),
        .off = *rc::gen::element<std::uint64_t>(0, 0, 2),
        .marks_each = *rc::gen::element(1.0, 2.0, 4.0),
        .most_people = *rc::gen::element(1U, 1U, 3U),
        .groups = *rc::gen::element<std::size_t>(0, 0, 1, 3),
    };
    return made_up(sizes, up_to(1'000'000));
}

// Of many instances: the most are over at once.
template <class Property>
bool holds(Property property)
{
    return rc::check([&] {
        for (int instance = 0; instance < 20; ++instance) {
            property();
        }
    });
}

inline Marks with(std::vector<Project> projects, std::vector<std::uint64_t> slots,
    const std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>>& ballots)
{
    Marks marks{{}, std::move(projects), std::move(slots)};
    for (const auto& [projects_marked, people] : ballots) {
        marks.ballots.add(projects_marked, people);
    }
    return marks;
}

} // namespace xieshang::analytics
