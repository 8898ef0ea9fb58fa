// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What tables a database has, as it says itself: for whoever copies or inspects all of them. What
// an engine derives by itself (virtual tables and their shadows, generated columns, tsvector) is
// not named.
#pragma once

#include "platform/db/db.h"

namespace xieshang::db {

enum class ColumnKind : std::uint8_t {
    integer, // 64 bits
    real,
    boolean, // PostgreSQL only: SQLite keeps 0 and 1 as integers
    text,
    blob,
};
BOOST_DESCRIBE_ENUM(ColumnKind, integer, real, boolean, text, blob)

struct TableColumn {
    std::string name;
    ColumnKind kind{};
    std::int64_t key{}; // its place in the primary key, from 1; 0: none
};

struct Table {
    std::string name;
    std::vector<TableColumn> columns;
};

// A table stands behind the tables that its foreign keys name. Throws Failure for a column of a
// type that is none of ColumnKind.
std::vector<Table> tables_of(Tx& tx, std::string_view engine);

std::string quoted(std::string_view name); // as an identifier of SQL

// All rows in the order of the key: SELECT "a", "b" FROM "t" ORDER BY "a".
std::string select_all(const Table& table);

// What the engine finds wrong in its own pages and foreign keys, a line each; nothing on
// PostgreSQL, which tells when the rows are read. The transaction may be over afterwards.
std::vector<std::string> self_check(Tx& tx, std::string_view engine);

} // namespace xieshang::db
