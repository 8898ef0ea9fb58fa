// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first start: the one-time link that makes the three administrators. One transaction each.
#pragma once

#include "features/members/first_three.h"
#include "features/members/member_shapes.h"
#include "features/members/session_actions.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

// True as long as nobody but demo people is there.
bool is_setup_needed(services::Services& services);

// The token of a link that works once, for 24 hours; an earlier unused one stops working. Refusal:
// members.setup_done (409).
base::Result<std::string> make_setup_link(services::Services& services);

// What the page may know before anybody fills it in. Changes nothing.
SetupLinkView look_at_setup_link(services::Services& services, std::string_view token);

// Makes exactly three people, all or none: system administrator, security administrator and
// auditor. Signs nobody in: whoever sits there is one of the three at most. Refusals:
// members.setup_done (409) as soon as somebody is there; members.setup_link_spent (422) for a token
// that is unknown, used or too old; members.invalid as acceptable(FirstThree) says;
// members.login_taken (409). The record is told of a token that is no good.
base::Result<std::vector<Person>> use_setup_link(services::Services& services,
    const FirstThree& asked, const PasswordRules& rules = {}, const Caller& caller = {});

} // namespace xieshang::members
