// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_list.h"

#include "features/plan/plan_table.h"

namespace xieshang::members {
namespace {

std::string roles_text(
    const Account& account, const std::function<std::string(std::string_view)>& text)
{
    std::string all;
    for (const auto& role : account.roles) {
        all += (all.empty() ? "" : "; ") + text("members.web.role." + role);
    }
    return all;
}

} // namespace

std::string account_table(
    const std::vector<Account>& accounts, const std::function<std::string(std::string_view)>& text)
{
    auto table = std::string(plan::csv_mark)
        + plan::csv_row({text("members.export.login"), text("members.export.name"),
            text("members.export.roles"), text("members.export.state"),
            text("members.export.password"), text("members.export.second_factor"),
            text("members.export.made")});
    const auto yes_or_no = [&](bool yes) {
        return text(yes ? "members.export.yes" : "members.export.no");
    };
    for (const auto& account : accounts) {
        table += plan::csv_row({account.login, account.name, roles_text(account, text),
            text(account.state == PersonState::active ? "members.web.state.active"
                                                      : "members.web.state.suspended"),
            yes_or_no(account.has_password), yes_or_no(account.has_second_factor),
            plan::csv_instant(account.made_at)});
    }
    return table;
}

} // namespace xieshang::members
