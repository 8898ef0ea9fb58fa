// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A row of a PostgreSQL result in text format. For platform/db only.
#pragma once

#include "platform/db/db.h"

#include <libpq-fe.h>

namespace xieshang::db::postgres {

class ResultRow final : public Row {
public:
    explicit ResultRow(const PGresult* result) : result_(result) {}
    void go_to(int row);

    int columns() const override { return PQnfields(result_); }
    std::string_view name(int column) const override { return PQfname(result_, column); }
    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override;
    double number(int column) const override;
    std::string_view text(int column) const override;
    std::string_view bytes(int column) const override;

private:
    std::string_view raw(int column) const;
    [[noreturn]] void refuse(int column) const;

    const PGresult* result_;
    int row_ = 0;
    mutable std::vector<std::string> decoded_; // blobs of this row, by column
};

} // namespace xieshang::db::postgres
