// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Changed rows of one table, gathered to be written together: for verbs that change thousands of
// them in one transaction. A row is changed only while it has the version that it was read with.
// Values are copied. One thread at a time.
//
//     db::ChangedRows rows("topic", {"id"}, {"title", "version"});
//     rows.add(topic.id, version_before, topic.title, topic.version); // again and again
//     if (!rows.write(tx)) { … } // some have another version by now
#pragma once

#include "platform/db/new_rows.h"

namespace xieshang::db {

// For the engines: a transaction that has a faster way than one UPDATE a row.
struct ManyUpdates {
    virtual ~ManyUpdates() = default;

    // Values stand row after row: the keys, the version before, what is set. Gives how many rows
    // were changed.
    virtual std::int64_t update_many(std::string_view table, std::span<const std::string_view> keys,
        std::span<const std::string_view> columns, std::span<const Argument> values) = 0;
};

class ChangedRows : private NewRows {
public:
    // Words of the program's own, which outlive this; the keys tell rows apart.
    ChangedRows(std::string_view table, std::vector<std::string_view> keys,
        std::vector<std::string_view> columns);

    // The keys, the version before, a value a column; std::logic_error when they are more or fewer.
    using NewRows::add;

    // Whether every row was as it was read; none are left afterwards. Throws as Tx::run().
    bool write(Tx& tx);

private:
    std::vector<std::string_view> keys_;
    std::vector<std::string_view> set_;
};

} // namespace xieshang::db
