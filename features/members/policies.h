// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may use an endpoint, for all slices. What a slice needs beside these it declares in a file
// of its own, *_policies.h.
#pragma once

#include "features/members/role.h"
#include "platform/base/policy.h"

#include <initializer_list>

namespace xieshang::members {

// The roles with their names, for a row of a policy.
constexpr base::Who those(std::initializer_list<Role> roles)
{
    base::Who who;
    for (const auto role : roles) {
        who.free |= is_of_members(role) ? 0 : bit(role);
        who.of_members |= is_of_members(role) || rests_with_membership(role) ? bit(role) : 0;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto entry) {
            if (entry.value == role) {
                who.names[who.count++] = entry.name;
            }
        });
    }
    return who;
}

inline constexpr base::Policy office = those({Role::office});

// Everybody who takes part in the assembly's work. The three administrators do not see content.
inline constexpr base::Who everybody = those(
    {Role::office, Role::reader, Role::secretary_general, Role::chairperson, Role::party_group,
        Role::special_committee, Role::member, Role::department_handler, Role::department_leader,
        Role::party_office, Role::government_office, Role::inspection_office, Role::party_committee,
        Role::sub_district, Role::convenor, Role::expert, Role::publicity_editor});
inline constexpr base::Policy readers = everybody;

inline constexpr base::Policy system_administrators = those({Role::system_administrator});
inline constexpr base::Policy security_administrators = those({Role::security_administrator});
inline constexpr base::Policy auditors = those({Role::auditor});

} // namespace xieshang::members
