// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/changed_rows.h"

#include "platform/db/catalog.h"

namespace xieshang::db {
namespace {

std::vector<std::string_view> all_of(
    std::vector<std::string_view> keys, const std::vector<std::string_view>& columns)
{
    keys.emplace_back("version_before");
    keys.insert(keys.end(), columns.begin(), columns.end());
    return keys;
}

// One UPDATE a row.
std::int64_t update_each(Tx& tx, std::string_view table, std::span<const std::string_view> keys,
    std::span<const std::string_view> columns, std::span<const Argument> values)
{
    std::size_t place = 0;
    std::string where;
    for (const auto key : keys) {
        where += quoted(key) + " = $" + std::to_string(++place) + " AND ";
    }
    where += "version = $" + std::to_string(++place);
    std::string set;
    for (const auto column : columns) {
        set += (set.empty() ? "" : ", ") + quoted(column) + " = $" + std::to_string(++place);
    }
    const auto sql = "UPDATE " + quoted(table) + " SET " + set + " WHERE " + where;
    std::int64_t changed = 0;
    for (std::size_t at = 0; at < values.size(); at += place) {
        changed += tx.run(sql, values.subspan(at, place), {});
    }
    return changed;
}

} // namespace

ChangedRows::ChangedRows(std::string_view table, std::vector<std::string_view> keys,
    std::vector<std::string_view> columns)
    : NewRows(table, all_of(keys, columns)), keys_(std::move(keys)), set_(std::move(columns))
{
}

bool ChangedRows::write(Tx& tx)
{
    constexpr std::size_t few = 4;
    const auto rows = values_.size() / columns_.size();
    auto* const many = rows > few ? dynamic_cast<ManyUpdates*>(&tx) : nullptr;
    const auto changed = many != nullptr ? many->update_many(table_, keys_, set_, values_)
                                         : update_each(tx, table_, keys_, set_, values_);
    clear();
    return changed == static_cast<std::int64_t>(rows);
}

} // namespace xieshang::db
