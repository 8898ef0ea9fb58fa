// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/postgres_updates.h"

#include "platform/db/catalog.h"

namespace xieshang::db::postgres {

ManyUpdatesWords many_updates(std::string_view table, std::span<const std::string_view> keys,
    std::span<const std::string_view> columns)
{
    const auto from = quoted(many_updates_table);
    ManyUpdatesWords words;
    std::string made; // of the types that they have in the table
    std::string where;
    std::string set;
    for (const auto key : keys) {
        made += quoted(key) + ", ";
        where += "t." + quoted(key) + " = n." + quoted(key) + " AND ";
        words.columns.push_back(key);
    }
    made += "version AS version_before";
    words.columns.emplace_back("version_before");
    for (const auto column : columns) {
        made += ", " + quoted(column);
        set += (set.empty() ? "" : ", ") + quoted(column) + " = n." + quoted(column);
        words.columns.push_back(column);
    }
    words.make = "CREATE TEMPORARY TABLE " + from + " ON COMMIT DROP AS SELECT " + made + " FROM "
        + quoted(table) + " WITH NO DATA";
    words.update = "UPDATE " + quoted(table) + " t SET " + set + " FROM " + from + " n WHERE "
        + where + "t.version = n.version_before";
    words.drop = "DROP TABLE " + from;
    return words;
}

} // namespace xieshang::db::postgres
