// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of the balance of plans. Pure.
#pragma once

#include "features/balance/balance.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::balance {

struct FieldName {
    TopicField id{};
    std::string name; // as the settings call it, in the asker's language
};
BOOST_DESCRIBE_STRUCT(FieldName, (), (id, name))

struct KindName {
    TopicKind id{};
    std::string name;
    std::optional<std::int64_t> least; // usual in a year
    std::optional<std::int64_t> most;
};
BOOST_DESCRIBE_STRUCT(KindName, (), (id, name, least, most))

struct KindCount {
    TopicKind kind{};
    std::int64_t count{};
    Hint hint{};
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count, hint))

struct FieldCount {
    std::optional<TopicField> field;
    std::int64_t count{};
};
BOOST_DESCRIBE_STRUCT(FieldCount, (), (field, count))

struct PlanBalance {
    plan::PlanId id;
    std::string title;
    std::optional<std::int64_t> year;
    plan::PlanState state{};
    std::int64_t total{};
    std::vector<Cell> cells;        // that have something
    std::vector<KindCount> kinds;   // each kind of the settings, in their order
    std::vector<FieldCount> fields; // likewise; last those without a field
};
BOOST_DESCRIBE_STRUCT(PlanBalance, (), (id, title, year, state, total, cells, kinds, fields))

struct Balance {
    std::vector<FieldName> fields;
    std::vector<KindName> kinds;
    std::vector<PlanBalance> plans; // the latest year first; none of the discarded
};
BOOST_DESCRIBE_STRUCT(Balance, (), (fields, kinds, plans))

struct BalanceFilter {
    std::optional<std::int64_t> from; // years; none: the last three that have a plan
    std::optional<std::int64_t> to;
};
BOOST_DESCRIBE_STRUCT(BalanceFilter, (), (from, to))

} // namespace xieshang::balance

namespace xieshang::json {

template <>
inline constexpr auto rules<balance::BalanceFilter> = std::to_array<Rule>({
    {.member = "from", .least = 1949, .most = 2999},
    {.member = "to", .least = 1949, .most = 2999},
});

} // namespace xieshang::json
