// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Adding people, and the one-time link that makes the first of them. One transaction each.
#pragma once

#include "features/members/member_shapes.h"
#include "features/members/session_actions.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>

namespace xieshang::members {

struct NewPerson {
    std::string login;
    std::string name;
    std::string password;
    base::Roles roles{};
    PasswordProfile profile = PasswordProfile::asvs;
};

// For who may administer the machine: the caller has checked that. Refusals: members.invalid (422,
// fields), members.login_taken (409),
// members.roles_apart (422, 三员分立).
base::Result<Person> add_person(
    services::Services& services, const base::Actor& actor, const NewPerson& asked);

// The same without password and roles: the person sets one by a link, roles come later.
base::Result<Person> add_account(
    services::Services& services, const base::Actor& actor, const NewPerson& asked);

// 停用 and 启用: a suspended person's next request is refused. Refusal: members.not_found (404).
// Suspending one who is suspended changes nothing.
base::Result<void> set_state(services::Services& services, const base::Actor& actor,
    std::string_view login, PersonState state);

// True as long as nobody but demo people is there.
bool is_setup_needed(services::Services& services);

// The token of a link that works once, for 24 hours; an earlier unused one stops working. Refusal:
// members.setup_done (409).
base::Result<std::string> make_setup_link(services::Services& services);

// What the page may know before anybody fills it in. Changes nothing.
SetupLinkView look_at_setup_link(services::Services& services, std::string_view token);

// Makes the first account (role office; there is no administrator's role yet) and signs the person
// in. Refusals: members.setup_done (409) as soon as somebody is there; members.setup_link_spent
// (422) for a token that is unknown, used or too old; members.invalid, members.login_taken.
base::Result<SignedIn> use_setup_link(services::Services& services, const FirstAdministrator& asked,
    const Caller& caller, PasswordProfile profile = PasswordProfile::asvs);

} // namespace xieshang::members
