// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Adding people one by one. The first three are made by setup_actions.h.
#pragma once

#include "features/members/new_person_actions.h"
#include "platform/services/services.h"

namespace xieshang::members {

// For who may administer the machine: the caller has checked that. One transaction. Refusals:
// members.invalid (422, fields), members.login_taken (409), members.roles_apart and
// members.same_administrator (422, 三员分立).
base::Result<Person> add_person(
    services::Services& services, const base::Actor& actor, const NewPerson& asked);

} // namespace xieshang::members
