// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/ballots.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace xieshang::analytics {

void Ballots::add(std::span<const std::uint32_t> projects, std::uint32_t people)
{
    if (people == 0) {
        return;
    }
    if (all_people_ + people > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("more people than can be counted");
    }
    const auto begin = static_cast<std::ptrdiff_t>(marks_.size());
    marks_.insert(marks_.end(), projects.begin(), projects.end());
    const auto first = marks_.begin() + begin;
    if (std::adjacent_find(first, marks_.end(), std::greater_equal<>()) != marks_.end()) {
        std::sort(first, marks_.end());
        marks_.erase(std::unique(first, marks_.end()), marks_.end());
    }
    begins_.push_back(marks_.size());
    people_.push_back(people);
    all_people_ += people;
}

Supporters::Supporters(const Ballots& ballots, std::size_t projects)
    : ballots_(ballots.all_marks()), begins_(projects + 1), people_(projects)
{
    for (std::size_t ballot = 0; ballot < ballots.size(); ++ballot) {
        for (const auto project : ballots.marks(ballot)) {
            if (project >= projects) {
                throw std::out_of_range("a mark of no project");
            }
            ++begins_[project + 1];
            people_[project] += ballots.people(ballot);
        }
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    auto ends = begins_;
    for (std::size_t ballot = 0; ballot < ballots.size(); ++ballot) {
        for (const auto project : ballots.marks(ballot)) {
            ballots_[ends[project]++] = static_cast<std::uint32_t>(ballot);
        }
    }
}

} // namespace xieshang::analytics
