// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The roles, as bits of base::Roles; a bit never changes its meaning. Pure. Source: domain.md §1.1.
#pragma once

#include "platform/base/actor.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

enum class Role : std::uint8_t {
    office,                 // 办公室: runs the year
    reader,                 // 读者: sees what is kept, changes nothing
    secretary_general,      // 秘书长
    chairperson,            // 主席、副主席
    party_group,            // 党组
    special_committee,      // 专门委员会
    member,                 // 委员
    department_handler,     // 承办单位经办人
    department_leader,      // 承办单位负责人
    party_office,           // 党委办
    government_office,      // 政府办
    inspection_office,      // 督查室
    party_committee,        // 党委
    sub_district,           // 街道政协工委
    convenor,               // 召集人
    expert,                 // 专家
    publicity_editor,       // 宣传编辑
    auditor,                // 安全审计员
    system_administrator,   // 系统管理员
    security_administrator, // 安全管理员
};
BOOST_DESCRIBE_ENUM(Role, office, reader, secretary_general, chairperson, party_group,
    special_committee, member, department_handler, department_leader, party_office,
    government_office, inspection_office, party_committee, sub_district, convenor, expert,
    publicity_editor, auditor, system_administrator, security_administrator)

constexpr base::Roles bit(Role role) { return base::Roles{1} << static_cast<unsigned>(role); }

// Roles that somebody has as a member, and only while the membership lasts (T-31).
constexpr bool is_of_members(Role role)
{
    return role == Role::member || role == Role::convenor || role == Role::chairperson
        || role == Role::special_committee;
}

// Offices that one need not be a member for: who never was one holds them, but for who is one they
// rest as his membership does (T-31).
constexpr bool rests_with_membership(Role role)
{
    return role == Role::secretary_general || role == Role::party_group;
}

constexpr bool is_dormant(Role role, base::Membership membership)
{
    return membership != base::Membership::active
        && (is_of_members(role)
            || (rests_with_membership(role) && membership != base::Membership::none));
}

// Those of somebody's roles that are not in force.
constexpr base::Roles dormant_roles(base::Roles held, base::Membership membership)
{
    base::Roles dormant = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
        [&](auto entry) { dormant |= is_dormant(entry.value, membership) ? bit(entry.value) : 0; });
    return held & dormant;
}

// 三员分立: of these three nobody ever holds two, nor one of them and a role that sees content
// (GB/T 22239 8.1.5; AZ-03).
inline constexpr base::Roles administrators =
    bit(Role::system_administrator) | bit(Role::security_administrator) | bit(Role::auditor);

constexpr bool may_be_held_together(base::Roles roles)
{
    const auto held = roles & administrators;
    return held == 0 || (held == roles && std::has_single_bit(held));
}

// Roles that somebody holds by his employment; the others are held by members, experts and readers,
// whose own telephone stays signed in for the day.
inline constexpr base::Roles of_staff = administrators | bit(Role::office)
    | bit(Role::secretary_general) | bit(Role::party_group) | bit(Role::department_handler)
    | bit(Role::department_leader) | bit(Role::party_office) | bit(Role::government_office)
    | bit(Role::inspection_office) | bit(Role::party_committee) | bit(Role::sub_district)
    | bit(Role::publicity_editor);

constexpr bool is_staff(base::Roles roles) { return (roles & of_staff) != 0; }
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
