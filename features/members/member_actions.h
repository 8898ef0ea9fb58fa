// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Adding people one by one, and suspending them. One transaction each. The first three are made by
// setup_actions.h.
#pragma once

#include "features/members/new_person_actions.h"
#include "platform/services/services.h"

#include <string_view>

namespace xieshang::members {

// For who may administer the machine: the caller has checked that. Refusals: members.invalid (422,
// fields), members.login_taken (409),
// members.roles_apart (422, 三员分立).
base::Result<Person> add_person(
    services::Services& services, const base::Actor& actor, const NewPerson& asked);

// 停用 and 启用: a suspended person's next request is refused. Refusal: members.not_found (404).
// Suspending one who is suspended changes nothing.
base::Result<void> set_state(services::Services& services, const base::Actor& actor,
    std::string_view login, PersonState state);

} // namespace xieshang::members
