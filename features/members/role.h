// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The roles, as bits of base::Roles. Two for now; a bit never changes its meaning. Pure.
#pragma once

#include "platform/base/actor.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

enum class Role : std::uint8_t {
    office, // 办公室: runs the year
    reader, // 读者: sees what is kept, changes nothing
};
BOOST_DESCRIBE_ENUM(Role, office, reader)

constexpr base::Roles bit(Role role) { return base::Roles{1} << static_cast<unsigned>(role); }

constexpr bool is_office(base::Roles roles) { return (roles & bit(Role::office)) != 0; }

inline std::vector<std::string> role_names(base::Roles roles)
{
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto entry) {
        if ((roles & bit(entry.value)) != 0) {
            names.emplace_back(entry.name);
        }
    });
    return names;
}

// "office, reader"
inline std::string names_of(base::Roles roles)
{
    std::string text;
    for (const auto& name : role_names(roles)) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace xieshang::members
