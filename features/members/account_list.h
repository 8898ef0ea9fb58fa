// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of accounts: what it is narrowed and sorted by, and as CSV. Pure.
#pragma once

#include "features/members/account_shapes.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

enum class AccountOrder : std::uint8_t {
    login,
    name, // by strokes 按姓名笔画, as the register (platform/names/order.h)
    pinyin,
    newest,
};
BOOST_DESCRIBE_ENUM(AccountOrder, login, name, pinyin, newest)

struct AccountFilter {
    std::optional<std::string> q; // a part of the login or the name, or its pinyin or initials
    std::optional<PersonState> state;
    std::optional<Role> role;
    std::optional<bool> without_role; // true: who holds none yet
    std::optional<AccountOrder> sort;
};
BOOST_DESCRIBE_STRUCT(AccountFilter, (), (q, state, role, without_role, sort))

struct AccountPlace { // where a page of the list begins
    std::string value;
    std::string login;
};

struct AccountSearch {
    AccountFilter filter;
    std::optional<AccountPlace> after;
    std::int64_t limit{};
};

// What an order sorts by; an id begins with the time when the account was made.
std::string sort_value(const Account& account, AccountOrder order);

// Whether the words find the account; empty ones find all.
bool is_called(const Account& account, std::string_view words);

// A page of these accounts: those that are called so, in their order, behind the place.
std::vector<Account> page_of(std::vector<Account> all, const AccountSearch& search);

// RFC 4180 with a byte order mark; no cell is ever a formula.
std::string account_table(
    const std::vector<Account>& accounts, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::members
