// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_list_store.h"

#include <string_view>

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

std::string_view sorting(AccountOrder order)
{
    switch (order) {
    case AccountOrder::name:
        return "AND (CAST($5 AS TEXT) IS NULL OR (name, login) > ($5, $6)) ORDER BY name, login ";
    case AccountOrder::newest:
        return "AND (CAST($5 AS TEXT) IS NULL OR (id, login) < ($5, $6)) "
               "ORDER BY id DESC, login DESC ";
    case AccountOrder::login:
        break;
    }
    return "AND (CAST($5 AS TEXT) IS NULL OR (login, login) > ($5, $6)) ORDER BY login ";
}

// For LIKE … ESCAPE '\': what is typed stands for itself.
std::string pattern_of(std::string_view words)
{
    std::string pattern = "%";
    for (const char c : folded_login(words)) {
        if (c == '%' || c == '_' || c == '\\') {
            pattern += '\\';
        }
        pattern += c;
    }
    return pattern + "%";
}

} // namespace

std::vector<Account> find_accounts(db::Tx& tx, const AccountSearch& search)
{
    const auto& asked = search.filter;
    const auto sql =
        std::string("SELECT id, login, name, roles, state, password_phc IS NOT NULL AS "
                    "has_password, (second_factor.person_id IS NOT NULL AND "
                    "second_factor.removed_at_ms IS NULL) AS has_second_factor, created_at_ms "
                    "FROM person LEFT JOIN second_factor ON second_factor.person_id = person.id "
                    "WHERE NOT demo AND (login LIKE $1 ESCAPE '\\' OR lower(name) LIKE $1 ESCAPE "
                    "'\\') AND (CAST($2 AS TEXT) IS NULL OR state = $2) AND (CAST($3 AS BIGINT) IS "
                    "NULL OR roles & $3 <> 0) AND (CAST($4 AS BIGINT) IS NULL OR (roles = 0) = "
                    "($4 = 1)) ")
        + std::string(sorting(asked.sort.value_or(AccountOrder::login))) + "LIMIT $7";
    const auto role = asked.role ? std::optional(bit(*asked.role)) : std::nullopt;
    const auto without =
        asked.without_role ? std::optional<std::int64_t>(*asked.without_role) : std::nullopt;
    std::optional<std::string> after;
    std::string after_login;
    if (search.after) {
        after = search.after->value;
        after_login = search.after->login;
    }
    std::vector<Account> accounts;
    for (auto& row : tx.all<AccountRow>(sql, pattern_of(asked.q.value_or("")), asked.state, role,
             without, after, after_login, search.limit)) {
        accounts.push_back({row.id, row.login, row.name, role_names(row.roles), row.state,
            row.has_password, row.has_second_factor, row.created_at_ms});
    }
    return accounts;
}

} // namespace xieshang::members
