// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/new_rows.h"

#include "platform/db/catalog.h"

namespace xieshang::db {

void NewRows::expect_columns(std::size_t count) const
{
    if (count != columns_.size()) {
        throw std::logic_error("a row of another number of columns: " + std::string(table_));
    }
}

Argument NewRows::kept(const Argument& value)
{
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        return std::string_view(texts_.emplace_back(*text));
    }
    if (const auto* blob = std::get_if<BlobView>(&value)) {
        return BlobView{texts_.emplace_back(blob->bytes)};
    }
    return value;
}

void NewRows::insert(Tx& tx)
{
    tx.insert(table_, columns_, values_);
    clear();
}

void NewRows::clear()
{
    values_.clear();
    texts_.clear();
}

void Tx::insert(std::string_view table, std::span<const std::string_view> columns,
    std::span<const Argument> values)
{
    std::string names;
    std::string places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i == 0 ? "" : ", ") + quoted(columns[i]);
        places += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
    }
    const auto sql = "INSERT INTO " + quoted(table) + " (" + names + ") VALUES (" + places + ")";
    for (std::size_t at = 0; at < values.size(); at += columns.size()) {
        run(sql, values.subspan(at, columns.size()), {});
    }
}

} // namespace xieshang::db
