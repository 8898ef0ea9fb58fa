// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A table that somebody hands in, such as a roster: one sheet of a workbook (.xlsx), or a text file
// with commas, semicolons or tabs (.csv, RFC 4180) in UTF-8, UTF-16 or GB18030 → its rows, cell by
// cell, without loss. A row without words is none. A workbook is read as a stream, so its memory
// does not depend on how much a sheet claims to hold, and it is refused at the first row too many.
// Words of a cell that is merged downwards stand in each row that it covers. Any thread, no state.
#pragma once

#include "platform/base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct TableCell {
    std::string text{}; // as the program shows it; valid UTF-8, blanks at both ends left out
    std::optional<std::chrono::year_month_day> date{};
    bool is_formula = false; // the text is what the other program calculated last

    bool operator==(const TableCell&) const = default;
};

struct TableRow {
    int number{}; // as the other program counts it; of a text file: the line that it begins on
    std::vector<TableCell> cells;

    bool operator==(const TableRow&) const = default;
};

struct TableSheet {
    std::string name;
    bool is_hidden = false;
};

struct TableFile {
    std::vector<TableSheet> sheets; // none: a text file
    std::size_t sheet{};            // which one was read
    std::string encoding{};         // of a text file
    std::string delimiter{};        // of a text file
    std::vector<TableRow> rows;
    std::size_t columns{}; // of the widest row
};

// `sheet` counts from 0; none: the first that is not hidden. Refuses what Package refuses, and
//   documents.table_empty           no row has a word {sheet}
//   documents.table_kind            neither of the two kinds, such as .xls or .pdf
//   documents.table_no_sheet        no sheet of that number {count}
//   documents.table_encoding        none of the encodings, or broken {byte: from 1}
//   documents.table_open_quote      a quote that is never closed {line}
//   documents.table_too_many_rows   {most}
//   documents.table_too_wide        {row, most}
//   documents.table_too_much_text   {most}
base::Result<TableFile> read_table(std::string_view bytes, std::optional<std::size_t> sheet = {});

std::string column_name(std::size_t column); // A … Z, AA …

} // namespace xieshang::documents
