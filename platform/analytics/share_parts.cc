// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/share_parts.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

std::optional<std::size_t> twin_before(
    const Supporters& supporters, std::span<const Project> projects, std::size_t project)
{
    const auto ballots = supporters.ballots(project);
    for (auto other = project; other-- > 0;) {
        const auto others = supporters.ballots(other);
        if (projects[other].cost == projects[project].cost
            && std::equal(ballots.begin(), ballots.end(), others.begin(), others.end())) {
            return other;
        }
    }
    return std::nullopt;
}

} // namespace

Amount amount_of(const Integer& over, const Integer& under)
{
    const boost::multiprecision::cpp_rational exact(over, under);
    return {exact.str(), exact.convert_to<double>()};
}

std::uint64_t sum_of(std::span<const std::uint64_t> slots)
{
    std::uint64_t sum = 0;
    for (const auto some : slots) {
        if (some > std::numeric_limits<std::uint64_t>::max() - sum) {
            throw std::length_error("more slots than can be counted");
        }
        sum += some;
    }
    return sum;
}

std::vector<std::uint64_t> costs_of(std::span<const Project> projects)
{
    std::vector<std::uint64_t> costs;
    for (const auto& project : projects) {
        costs.push_back(project.cost);
    }
    return costs;
}

std::vector<std::optional<std::size_t>> twins_of(
    const Supporters& supporters, std::span<const Project> projects)
{
    std::vector<std::optional<std::size_t>> twins;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        twins.push_back(twin_before(supporters, projects, i));
    }
    return twins;
}

} // namespace xieshang::analytics
