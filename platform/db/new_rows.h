// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// New rows of one table, gathered to be inserted together: for verbs that make thousands of them in
// one transaction. Values are copied. One thread at a time.
//
//     db::NewRows rows("topic", {"id", "title"});
//     rows.add(topic.id, topic.title); // again and again
//     rows.insert(tx);
#pragma once

#include "platform/db/db.h"

#include <deque>

namespace xieshang::db {

class NewRows {
public:
    // Both are words of the program's own and outlive this.
    NewRows(std::string_view table, std::vector<std::string_view> columns)
        : table_(table), columns_(std::move(columns))
    {
    }
    NewRows(const NewRows&) = delete;
    NewRows& operator=(const NewRows&) = delete;

    // One value a column, in their order; std::logic_error when they are more or fewer.
    template <class... Args>
    void add(const Args&... values)
    {
        expect_columns(sizeof...(Args));
        (values_.push_back(kept(Column<std::decay_t<const Args&>>::argument(values))), ...);
    }

    // Throws as Tx::insert(); none are left afterwards.
    void insert(Tx& tx);

protected: // for ChangedRows
    void clear();

    std::string_view table_;
    std::vector<std::string_view> columns_;
    std::vector<Argument> values_;

private:
    void expect_columns(std::size_t count) const;
    Argument kept(const Argument& value);

    std::deque<std::string> texts_; // which stay where they are
};

} // namespace xieshang::db
