// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_list.h"

#include "features/plan/plan_table.h"
#include "platform/names/order.h"
#include "platform/names/search_keys.h"

#include <algorithm>
#include <tuple>

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

struct Placed {
    std::string value;
    Account account;
};

bool is_before(const Placed& one, const Placed& other)
{
    return std::tie(one.value, one.account.login) < std::tie(other.value, other.account.login);
}

} // namespace

std::string sort_value(const Account& account, AccountOrder order)
{
    switch (order) {
    case AccountOrder::newest:
        return account.id.text;
    case AccountOrder::name:
        return names::stroke_key(account.name);
    case AccountOrder::pinyin:
        return names::pinyin_key(account.name);
    case AccountOrder::login:
        break;
    }
    return account.login;
}

bool is_called(const Account& account, std::string_view words)
{
    const auto sought = folded_login(words);
    const bool is_spoken = names::key_pattern(words) != "%"; // not blanks and dots alone
    return account.login.find(sought) != std::string::npos
        || folded_login(account.name).find(sought) != std::string::npos
        || (is_spoken && names::matches(account.name, words));
}

std::vector<Account> page_of(std::vector<Account> all, const AccountSearch& search)
{
    const auto order = search.filter.sort.value_or(AccountOrder::login);
    const bool backwards = order == AccountOrder::newest;
    const auto stands_before = [&](const Placed& one, const Placed& other) {
        return backwards ? is_before(other, one) : is_before(one, other);
    };
    std::optional<Placed> after;
    if (search.after) {
        after.emplace(Placed{search.after->value, {.login = search.after->login}});
    }
    std::vector<Placed> found;
    for (auto& account : all) {
        Placed one{sort_value(account, order), std::move(account)};
        const bool behind = !after || stands_before(*after, one);
        if (behind && is_called(one.account, search.filter.q.value_or(""))) {
            found.push_back(std::move(one));
        }
    }
    std::sort(found.begin(), found.end(), stands_before);
    found.resize(std::min(found.size(), static_cast<std::size_t>(search.limit)));
    std::vector<Account> page;
    for (auto& one : found) {
        page.push_back(std::move(one.account));
    }
    return page;
}

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
