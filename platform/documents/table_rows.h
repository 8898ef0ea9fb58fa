// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Collects the rows of a table within its limits (limits.h).
#pragma once

#include "platform/documents/table_file.h"

namespace xieshang::documents {

class TableRows {
public:
    // The cell stands where the row's words go on; nothing is kept of one without words.
    void put(std::size_t column, TableCell cell);
    // False when the row was one too many, or too wide, or too much text: trouble() says it.
    bool end_row(int number);

    const std::optional<base::Error>& trouble() const { return trouble_; }
    std::vector<TableRow>& rows() { return rows_; }
    // Refuses with documents.table_empty.
    base::Result<TableFile> finish(TableFile file, std::string_view sheet);

private:
    std::vector<TableCell> cells_;
    std::vector<TableRow> rows_;
    std::size_t text_bytes_ = 0;
    std::size_t columns_ = 0;
    std::optional<base::Error> trouble_;
};

} // namespace xieshang::documents
