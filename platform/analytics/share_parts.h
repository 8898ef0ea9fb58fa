// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a run of Equal Shares counts with. For equal_shares.cc alone; includes Boost.Multiprecision.
// Pure.
#pragma once

#include "platform/analytics/equal_shares.h"
#include "platform/analytics/purses.h"

namespace xieshang::analytics {

Amount amount_of(const Integer& over, const Integer& under);

// Throws std::length_error where they are 2⁶⁴ or more.
std::uint64_t sum_of(std::span<const std::uint64_t> slots);

std::vector<std::uint64_t> costs_of(std::span<const Project> projects);

// Of each the last one before it with the same supporters and the same cost, and so the same price.
std::vector<std::optional<std::size_t>> twins_of(
    const Supporters& supporters, std::span<const Project> projects);

} // namespace xieshang::analytics
