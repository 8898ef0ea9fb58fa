// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/first_three.h"

namespace xieshang::members {
namespace {

// "/auditor/login"
std::string pointer_of(Role role, std::string_view field)
{
    return "/" + names_of(bit(role)) + std::string(field);
}

void check_one(base::Error& error, const FirstOf& one, const PasswordRules& rules)
{
    const auto& [login, name, password] = one.account;
    auto fits = acceptable({login, name, password, rules});
    if (fits) {
        return;
    }
    for (auto& field : fits.error().fields) {
        field.pointer = pointer_of(one.role, field.pointer);
        error.fields.push_back(std::move(field));
    }
}

// Blank fields are complained of already, and are nobody's.
void check_same(base::Error& error, const FirstAccount& earlier, const FirstOf& later)
{
    const auto mark = [&](bool same, std::string_view field, const char* code) {
        if (same) {
            error.fields.push_back({pointer_of(later.role, field), code, {}});
        }
    };
    const auto login = folded_login(later.account.login);
    const auto name = folded_login(later.account.name);
    const auto& password = later.account.password;
    mark(!login.empty() && login == folded_login(earlier.login), "/login", "members.same_login");
    mark(!name.empty() && name == folded_login(earlier.name), "/name", "members.same_name");
    mark(!password.empty() && password == earlier.password, "/password", "members.same_password");
}

} // namespace

std::array<FirstOf, 3> accounts_of(const FirstThree& three)
{
    return {{{Role::system_administrator, three.system_administrator},
        {Role::security_administrator, three.security_administrator},
        {Role::auditor, three.auditor}}};
}

base::Result<void> acceptable(const FirstThree& three, const PasswordRules& rules)
{
    base::Error error{base::Trouble::refused, "members.invalid", {}, {}};
    const auto accounts = accounts_of(three);
    for (const auto& one : accounts) {
        check_one(error, one, rules);
    }
    for (std::size_t later = 1; later < accounts.size(); ++later) {
        check_same(error, accounts[later - 1].account, accounts[later]);
    }
    check_same(error, accounts[0].account, accounts[2]);
    if (!error.fields.empty()) {
        return tl::unexpected(std::move(error));
    }
    return {};
}

} // namespace xieshang::members
