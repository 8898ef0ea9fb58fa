// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Invented people for looking around: `serve --demo`. No password opens their accounts; they sign
// in by one click, and only while the program runs in demo mode. One transaction each.
#pragma once

#include "features/members/member_shapes.h"
#include "features/members/session_actions.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

// Besides one login for each role, a member whose membership has ended: nothing opens.
inline constexpr std::string_view demo_former_member = "former_member";

// Makes those who are not there yet; a login that a real person has is left alone.
void seed_demo_people(services::Services& services);

std::vector<DemoAccount> demo_accounts(services::Services& services);

// Refusal: members.not_a_demo_account (404).
base::Result<SignedIn> sign_in_as_demo(
    services::Services& services, const std::string& login, const Caller& caller);

// A program that does not run in demo mode calls this when it starts: a click in the demo opens
// nothing afterwards.
void end_demo_sessions(services::Services& services);

} // namespace xieshang::members
