// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// All rows of a database into a text file of row_text.h, and back.
#pragma once

#include "platform/db/db.h"

#include <functional>
#include <iosfwd>
#include <string>

namespace xieshang::backup {

struct TableCount {
    std::string table;
    std::int64_t rows{};

    bool operator==(const TableCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(TableCount, (), (table, rows))

using LineSink = std::function<void(const std::string& line)>; // without its end
using RowProgress = std::function<void(std::int64_t rows)>;    // how many so far

// What the search finds is made anew from the rest at the first opening: no backup holds it.
bool is_derived(std::string_view table);

// In the order in which they can be put back. Throws db::Failure.
std::vector<TableCount> write_rows(
    db::Tx& tx, std::string_view engine, const LineSink& line, const RowProgress& progress);

// Puts them in place of what the tables hold; a table or column that the database lacks is an
// error. Throws std::runtime_error for a text that is not whole, db::Failure.
std::vector<TableCount> read_rows(
    db::Tx& tx, std::string_view engine, std::istream& text, const RowProgress& progress);

} // namespace xieshang::backup
