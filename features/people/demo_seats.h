// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where the demo's accounts sit in the invented district, by role. Pure.
#pragma once

#include "features/members/role.h"
#include "features/people/organisation.h"

#include <array>
#include <string_view>

namespace xieshang::people {

struct DemoSeat {
    members::Role role{};
    bool is_member{}; // in the present term
    OrganisationKind kind{};
    std::size_t number{}; // of its kind, from 1; 0: no seat
    std::string_view title{};
};

// Whoever is not named has neither seat nor membership. The three administrators are not in the
// register.
inline constexpr auto demo_seats = std::to_array<DemoSeat>({
    {members::Role::office, false, OrganisationKind::committee, 1, "办公室主任"},
    {members::Role::secretary_general, true, OrganisationKind::committee, 1, "秘书长"},
    {members::Role::chairperson, true, OrganisationKind::committee, 1, "主席"},
    {members::Role::party_group, true, OrganisationKind::committee, 1, "党组副书记"},
    {members::Role::special_committee, true, OrganisationKind::special_committee, 1, "主任"},
    {members::Role::member, true},
    {members::Role::department_handler, false, OrganisationKind::department, 1, "经办人"},
    {members::Role::department_leader, false, OrganisationKind::department, 1, "负责人"},
    {members::Role::party_committee, false, OrganisationKind::party_organ, 1, "负责人"},
    {members::Role::party_office, false, OrganisationKind::party_organ, 2, "负责人"},
    {members::Role::government_office, false, OrganisationKind::government_organ, 2, "负责人"},
    {members::Role::inspection_office, false, OrganisationKind::government_organ, 3, "负责人"},
    {members::Role::sub_district, true, OrganisationKind::sub_district, 1, "工委主任"},
    {members::Role::convenor, true, OrganisationKind::sector, 1, "召集人"},
    {members::Role::publicity_editor, false, OrganisationKind::committee, 1, "宣传编辑"},
});

} // namespace xieshang::people
