// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The cheapest flow in a small network, as much as pays: successive cheapest paths by Bellman and
// Ford. Costs are lists of whole numbers of which an earlier one always outweighs all later ones;
// sums must not overflow. The same network gives the same flow. One thread.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace xieshang::analytics {

struct Weight {
    std::array<std::int64_t, 5> parts{};

    auto operator<=>(const Weight&) const = default;
    friend Weight operator+(const Weight& one, const Weight& other)
    {
        Weight sum;
        for (std::size_t i = 0; i < sum.parts.size(); ++i) {
            sum.parts[i] = one.parts[i] + other.parts[i];
        }
        return sum;
    }
    friend Weight operator-(const Weight& weight)
    {
        Weight negative;
        for (std::size_t i = 0; i < negative.parts.size(); ++i) {
            negative.parts[i] = -weight.parts[i];
        }
        return negative;
    }
};

class CheapestFlow {
public:
    struct Arc {
        std::size_t from = 0;
        std::size_t to = 0;
        std::uint64_t room = 0; // how much may flow
        Weight cost;            // of each unit
    };

    // From node 0 to node 1. No cycle of arcs may cost less than nothing.
    explicit CheapestFlow(std::size_t nodes) : nodes_(nodes) {}

    std::size_t add(const Arc& arc); // returns its number
    // As much as makes the whole cheaper.
    void fill();
    std::uint64_t flows(std::size_t arc) const { return arcs_[2 * arc + 1].room; }

private:
    bool fill_one_path();

    std::size_t nodes_;
    std::vector<Arc> arcs_; // each followed by its reverse
};

} // namespace xieshang::analytics
