// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Lines out of tables, and which sheets of a workbook hold topics. Pure, linear.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/reading.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// The month of a date that a cell holds.
struct CellMonth {
    std::size_t column{};
    int month{};
};

// A row: its cells (UTF-8) joined by tabs. A cell that stands alone is a line of its own, as a
// heading over a table is, unless `keeps_columns`: a merged cell begins here or covers the row.
// Months stand by column.
Line make_row(int number, const std::vector<std::string>& cells, bool keeps_columns,
    const std::vector<CellMonth>& months = {});

// A paragraph (UTF-8).
Line make_paragraph(int number, std::string_view text);

// Sheets without the head of a table are no data when another sheet has one: they are set aside,
// as hidden sheets already are.
void set_aside_sheets(std::vector<Line>& lines);

// Says which sheets were set aside, each at its first line.
void warn_of_sheets(Reading& reading, const std::vector<Line>& lines);

} // namespace xieshang::plan
