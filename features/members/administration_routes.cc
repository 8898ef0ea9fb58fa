// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/account_routes.h"
#include "features/members/factor_actions.h"
#include "features/members/member_routes.h"
#include "features/members/policies.h"
#include "platform/texts/texts.h"

namespace xieshang::members {
namespace {

constexpr base::Policy all_administrators =
    those({Role::system_administrator, Role::security_administrator, Role::auditor});
constexpr auto system_freshly_proved = system_administrators.with_fresh_proof();

base::Result<http::Page<Account>> list(http::Call& call, const http::Query<AccountFilter>& asked)
{
    AccountSearch search{asked.filter, std::nullopt, asked.page.size + 1};
    if (const auto after = TRY((asked.page.after_values<std::string, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    const auto order = asked->sort.value_or(AccountOrder::login);
    return http::page_of(
        list_accounts(call.services(), search), asked.page, [&](const Account& account) {
            return std::tuple(sort_value(account, order), account.login);
        });
}

base::Result<http::Download> export_list(http::Call& call, const http::Query<AccountFilter>& asked)
{
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{
        .text = account_table(export_accounts(call.services(), call.actor(), asked.filter), text),
        .file_name = text("members.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<Account> show(http::Call& call, const PersonId& id)
{
    return find_account(call.services(), id);
}

base::Result<Account> make(
    http::Call& call, const http::Options<NewAccountChoice>& options, const NewAccount& body)
{
    const bool again = options->again.value_or(false);
    return make_account(
        call.services(), call.actor(), body, again ? Namesakes::may_be : Namesakes::asked_about);
}

base::Result<AccountLink> make_link(http::Call& call, const PersonId& id)
{
    return make_account_link(call.services(), call.actor(), id);
}

base::Result<SignInView> use_link(http::Call& call, const LinkUse& body, const SignInRules& rules)
{
    return give_step(call,
        TRY(use_account_link(call.services(), body, caller_of(call.request()), rules)), rules);
}

base::Result<Account> remove_factor(http::Call& call, const PersonId& id)
{
    return remove_lost_factor(call.services(), call.actor(), id);
}

base::Result<Account> set_role(http::Call& call, const PersonId& id, const RoleChange& body)
{
    return change_role(call.services(), call.actor(), id, body);
}

base::Result<Account> put_state(http::Call& call, const PersonId& id, const StateChange& body)
{
    return change_state(call.services(), call.actor(), id, body.state);
}

} // namespace

void add_administration_routes(http::Api& api, const SignInRules& rules)
{
    api.get("/api/accounts", list,
        {.name = "accounts",
            .summary = "All accounts, for the three administrators",
            .policy = all_administrators});
    api.get("/api/accounts/export", export_list,
        {.name = "exportAccounts",
            .summary = "The filtered list as CSV; the record is told",
            .policy = all_administrators.with_fresh_proof()});
    api.get("/api/accounts/{id}", show,
        {.name = "account",
            .summary = "One account, for the three administrators",
            .policy = all_administrators});
    api.post("/api/accounts", make,
        {.name = "makeAccount",
            .summary = "Make an account without roles and password",
            .policy = system_administrators,
            .status = 201,
            .description = "person_id makes it the account of a person of the register. Without "
                           "it, refused with members.in_register, which names one in about, while "
                           "a person of this very name stands there without an account; unless "
                           "again is true"});
    api.post("/api/accounts/{id}/link", make_link,
        {.name = "makeAccountLink",
            .summary =
                "A one-time link by which the person sets a password; shown only here; needs a "
                "session proved within five minutes",
            .policy = system_freshly_proved,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/accounts/{id}/state", put_state,
        {.name = "changeAccountState",
            .summary =
                "Suspend or reinstate an account; needs a session proved within five minutes",
            .policy = system_freshly_proved});
    api.post("/api/accounts/{id}/roles", set_role,
        {.name = "changeAccountRole",
            .summary = "Give or take a role; needs a session proved within five minutes",
            .policy = security_administrators.with_fresh_proof()});
    api.del("/api/accounts/{id}/second-factor", remove_factor,
        {.name = "removeLostFactor",
            .summary = "Remove a second factor that was lost; needs a session proved within five "
                       "minutes, and the person is told",
            .policy = system_freshly_proved});
    api.post("/api/account/link",
        [rules](http::Call& call, const LinkUse& body) { return use_link(call, body, rules); },
        {.name = "useAccountLink",
            .summary = "Set a password by a one-time link, and sign in",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::members
