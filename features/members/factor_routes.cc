// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_routes.h"
#include "features/members/factor_actions.h"
#include "features/members/member_routes.h"

namespace xieshang::members {
namespace {

base::Result<FactorBegun> begin(http::Call& call, const SignInRules& rules)
{
    return begin_factor(call.services(), token_of(call.request()), rules);
}

base::Result<RecoveryCodes> confirm(http::Call& call, const FactorCode& body)
{
    return confirm_factor(call.services(), token_of(call.request()), body.code);
}

base::Result<RecoveryCodes> renew(http::Call& call)
{
    return renew_recovery_codes(call.services(), token_of(call.request()));
}

base::Result<void> remove(http::Call& call, const SignInRules& rules)
{
    return remove_own_factor(call.services(), token_of(call.request()), rules);
}

base::Result<void> acknowledge(http::Call& call)
{
    return acknowledge_removal(call.services(), token_of(call.request()));
}

} // namespace

// Answers that hold a secret are not kept under the Idempotency-Key: a retry makes another one.
void add_factor_routes(http::Api& api, const SignInRules& rules)
{
    api.post("/api/account/second-factor", [rules](http::Call& call) { return begin(call, rules); },
        {.name = "beginSecondFactor",
            .summary = "A new secret for one's authenticator app; in force when it is confirmed",
            .policy = http::any_account_freshly_proved,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/account/second-factor/confirmation", confirm,
        {.name = "confirmSecondFactor",
            .summary = "Show the first code: the factor is in force; gives recovery codes once",
            .policy = http::any_account,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/account/recovery-codes", renew,
        {.name = "renewRecoveryCodes",
            .summary = "New recovery codes instead of all earlier ones, shown once",
            .policy = http::any_account_freshly_proved,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.del("/api/account/second-factor", [rules](http::Call& call) { return remove(call, rules); },
        {.name = "removeSecondFactor",
            .summary = "Give up one's own second factor",
            .policy = http::any_account_freshly_proved});
    api.del("/api/account/second-factor/removal", acknowledge,
        {.name = "acknowledgeFactorRemoval",
            .summary = "One has read that an administrator removed one's second factor",
            .policy = http::any_account});
}

} // namespace xieshang::members
