// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_routes.h"

#include "features/members/member_routes.h"
#include "features/members/password_actions.h"

namespace xieshang::members {
namespace {

base::Result<OwnAccount> show(http::Call& call, const SignInRules& rules)
{
    return own_account(call.services(), token_of(call.request()), rules);
}

base::Result<void> change(http::Call& call, const PasswordChange& body, const SignInRules& rules)
{
    return change_password(call.services(), token_of(call.request()), body,
        caller_of(call.request()), rules.passwords());
}

base::Result<void> prove(http::Call& call, const PasswordProof& body)
{
    return prove_again(
        call.services(), token_of(call.request()), body.password, caller_of(call.request()));
}

base::Result<void> end_one(http::Call& call, const std::string& id)
{
    return end_own_session(call.services(), token_of(call.request()), id);
}

base::Result<void> end_all(http::Call& call)
{
    CHECK(end_all_own_sessions(call.services(), token_of(call.request())));
    clear_browser(call);
    return {};
}

} // namespace

// What hashes, or ends the session that would hold the answer, settles by itself.
void add_account_routes(http::Api& api, const SignInRules& rules)
{
    api.get("/api/account", [rules](http::Call& call) { return show(call, rules); },
        {.name = "ownAccount",
            .summary = "One's own account: how old the password is, and where one is signed in",
            .policy = http::any_account});
    api.post("/api/account/password",
        [rules](http::Call& call, const PasswordChange& body) { return change(call, body, rules); },
        {.name = "changePassword",
            .summary = "Take another password; ends all other sessions",
            .policy = http::any_account,
            .settles = http::Settles::by_itself});
    api.post("/api/account/proof", prove,
        {.name = "proveAgain",
            .summary = "Show by the password who one is, for a sensitive step within five minutes",
            .policy = http::any_account,
            .settles = http::Settles::by_itself});
    api.del("/api/account/sessions/{id}", end_one,
        {.name = "endSession",
            .summary = "End one of one's own sessions",
            .policy = http::any_account});
    api.del("/api/account/sessions", end_all,
        {.name = "endAllSessions",
            .summary = "Sign out everywhere, here too",
            .policy = http::any_account,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::members
