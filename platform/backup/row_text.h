// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows as lines of JSON, the same for both engines and legible without this program:
//
//   {"table":"plan","columns":["id","year"],"kinds":["text","integer"]}     a table begins
//   ["0191…",2026]                                                          a row, in this order
//   {"end":"plan","rows":1}                                                 and ends
//
// A blob stands as lower-case hex, a boolean as 0 or 1. Pure.
#pragma once

#include "platform/db/catalog.h"

namespace xieshang::backup {

struct TableLine {
    std::string table;
    std::vector<std::string> columns;
    std::vector<db::ColumnKind> kinds;
};
BOOST_DESCRIBE_STRUCT(TableLine, (), (table, columns, kinds))

struct EndLine {
    std::string end;
    std::int64_t rows{};
};
BOOST_DESCRIBE_STRUCT(EndLine, (), (end, rows))

TableLine line_of(const db::Table& table);
// Throws db::Failure when the row's values are not of the table's kinds.
std::string row_line(const db::Table& table, const db::Row& row);

// A value that was read back; texts and bytes are owned here, as db::Argument only views.
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, db::Blob>;

// Throws std::runtime_error when the line is no row of these kinds.
std::vector<Value> values_of(const std::string& line, const std::vector<db::ColumnKind>& kinds);

} // namespace xieshang::backup
