// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_list_store.h"

namespace xieshang::members {
namespace {

struct AccountRow {
    PersonId id;
    std::string login;
    std::string name;
    base::Roles roles{};
    PersonState state{};
    bool has_password{};
    bool has_second_factor{};
    base::Instant created_at_ms;
};
BOOST_DESCRIBE_STRUCT(
    AccountRow, (), (id, login, name, roles, state, has_password, has_second_factor, created_at_ms))

} // namespace

std::vector<Account> find_accounts(db::Tx& tx, const AccountSearch& search)
{
    const auto& asked = search.filter;
    const auto role = asked.role ? std::optional(bit(*asked.role)) : std::nullopt;
    const auto without =
        asked.without_role ? std::optional<std::int64_t>(*asked.without_role) : std::nullopt;
    std::vector<Account> accounts;
    for (auto& row : tx.all<AccountRow>(
             "SELECT id, login, name, roles, state, password_phc IS NOT NULL AS has_password, "
             "(second_factor.person_id IS NOT NULL AND second_factor.removed_at_ms IS NULL) AS "
             "has_second_factor, created_at_ms FROM person LEFT JOIN second_factor ON "
             "second_factor.person_id = person.id WHERE NOT demo "
             "AND (CAST($1 AS TEXT) IS NULL OR state = $1) "
             "AND (CAST($2 AS BIGINT) IS NULL OR roles & $2 <> 0) "
             "AND (CAST($3 AS BIGINT) IS NULL OR (roles = 0) = ($3 = 1))",
             asked.state, role, without)) {
        accounts.push_back(
            {std::move(row.id), std::move(row.login), std::move(row.name), role_names(row.roles),
                row.state, row.has_password, row.has_second_factor, row.created_at_ms});
    }
    return page_of(std::move(accounts), search);
}

} // namespace xieshang::members
