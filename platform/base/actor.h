// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who acts. What a role bit means is said by features/members/role.h; the platform only carries it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::base {

using Roles = std::uint64_t; // one bit a role

// How somebody stands to the assembly in the term that runs.
enum class Membership : std::uint8_t {
    none,      // never a member
    active,    // 在任
    invited,   // 拟任: named, not yet confirmed
    suspended, // 停职: kept, but may not act as a member
    former,    // 离任: of an earlier term, or left
};

inline constexpr std::array<std::string_view, 5> membership_names{
    "none", "active", "invited", "suspended", "former"};

// Begins the id of who typed a command, before the name that the system knows him by: "cli:root",
// "cli:li/root" for who became root as li.
inline constexpr std::string_view command_line = "cli:";

struct Actor {
    std::string id; // PersonId text, or command_line…; empty for the program itself
    std::string name;
    Roles roles{}; // those in force today
    Membership membership{};
    Roles dormant{};                   // of members, while the membership is not active
    std::vector<std::string> bodies{}; // organisations that he acts for today
    bool proved_lately = false;        // showed a few minutes ago who he is (SES-03)
};

} // namespace xieshang::base
