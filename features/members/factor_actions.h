// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One's own second factor (codes by time, RFC 6238) and recovery codes, and the removal of a lost
// one. The secret is a sealed value and leaves the program once, when it is made; recovery codes
// are kept as digests. `token` is that of the session; without a live one all refuse
// request.signed_out (401). That the proof is fresh is asked by the policy. One transaction each.
#pragma once

#include "features/members/account_shapes.h"
#include "features/members/factor_shapes.h"
#include "features/members/session_actions.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>

namespace xieshang::members {

constexpr std::int64_t recovery_codes_made = 10;

OwnFactor own_factor(services::Services& services, const Visit& visit, const SignInRules& rules);

// A new secret; the factor is in force only when its first code was shown. An earlier secret that
// was begun stops working. Refusals: members.second_factor_off, members.has_second_factor (409).
base::Result<FactorBegun> begin_factor(
    services::Services& services, std::string_view token, const SignInRules& rules);

// The first code of the secret that was begun: the factor is in force. Gives recovery codes, which
// are shown once. Needs no fresh proof: only who began can know the code. Refusals:
// members.invalid with /code (members.wrong_code), members.no_factor_begun (409).
base::Result<RecoveryCodes> confirm_factor(
    services::Services& services, std::string_view token, std::string_view code);

// Instead of all earlier ones. Refusal: members.no_second_factor (409).
base::Result<RecoveryCodes> renew_recovery_codes(
    services::Services& services, std::string_view token);

// Refusals: members.no_second_factor, members.second_factor_required (409).
base::Result<void> remove_own_factor(
    services::Services& services, std::string_view token, const SignInRules& rules);

// By the system administrator, for who lost his telephone. The person is told. Refusals:
// members.not_found, members.no_second_factor; members.own_factor (403): one's own is not lost.
base::Result<Account> remove_lost_factor(
    services::Services& services, const base::Actor& actor, const PersonId& id);

// He has read that it was removed.
base::Result<void> acknowledge_removal(services::Services& services, std::string_view token);

} // namespace xieshang::members
