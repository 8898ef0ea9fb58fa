// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/account_routes.h"
#include "features/members/member_routes.h"
#include "features/members/policies.h"

namespace xieshang::members {
namespace {

constexpr base::Policy all_administrators =
    those({Role::system_administrator, Role::security_administrator, Role::auditor});

base::Result<http::Page<Account>> list(http::Call& call, const http::Query<>& asked)
{
    const auto after = TRY(asked.page.after_values<std::string>());
    return http::page_of(
        list_accounts(call.services(), after ? std::get<0>(*after) : "", asked.page.size + 1),
        asked.page, [](const Account& account) { return std::tuple(account.login); });
}

base::Result<Account> make(http::Call& call, const NewAccount& body)
{
    return make_account(call.services(), call.actor(), body);
}

base::Result<AccountLink> make_link(http::Call& call, const PersonId& id)
{
    return make_account_link(call.services(), call.actor(), id);
}

base::Result<SessionView> use_link(http::Call& call, const LinkUse& body, PasswordProfile profile)
{
    return give_session(
        call, TRY(use_account_link(call.services(), body, caller_of(call.request()), profile)));
}

base::Result<Account> set_role(http::Call& call, const PersonId& id, const RoleChange& body)
{
    CHECK(require_fresh(call.services(), token_of(call.request())));
    return change_role(call.services(), call.actor(), id, body);
}

base::Result<Account> put_state(http::Call& call, const PersonId& id, const StateChange& body)
{
    return change_state(call.services(), call.actor(), id, body.state);
}

} // namespace

void add_administration_routes(http::Api& api, PasswordProfile profile)
{
    api.get("/api/accounts", list,
        {.name = "accounts",
            .summary = "All accounts by login, for the three administrators",
            .policy = all_administrators});
    api.post("/api/accounts", make,
        {.name = "makeAccount",
            .summary = "Make an account without roles and password",
            .policy = system_administrators,
            .status = 201});
    api.post("/api/accounts/{id}/link", make_link,
        {.name = "makeAccountLink",
            .summary = "A one-time link by which the person sets a password; shown only here",
            .policy = system_administrators,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/accounts/{id}/state", put_state,
        {.name = "changeAccountState",
            .summary = "Suspend or reinstate an account",
            .policy = system_administrators});
    api.post("/api/accounts/{id}/roles", set_role,
        {.name = "changeAccountRole",
            .summary = "Give or take a role; needs a session proved within five minutes",
            .policy = security_administrators});
    api.post("/api/account/link",
        [profile](http::Call& call, const LinkUse& body) { return use_link(call, body, profile); },
        {.name = "useAccountLink",
            .summary = "Set a password by a one-time link, and sign in",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::members
