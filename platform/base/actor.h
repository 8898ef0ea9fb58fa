// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who acts. What a role bit means is said by features/members/role.h; the platform only carries it.
#pragma once

#include <cstdint>
#include <string>

namespace xieshang::base {

using Roles = std::uint64_t; // one bit a role

struct Actor {
    std::string id; // PersonId text; empty for the program itself (command line, migration)
    std::string name;
    Roles roles{};
};

} // namespace xieshang::base
