// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The table that a roster is, whatever file it came in (platform/documents/table_file.h). Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::people {

struct TableCell {
    std::string text{};
    std::optional<std::chrono::year_month_day> date{};
    bool is_formula = false;
};

struct TableRow {
    int number{}; // as the other program counts it
    std::vector<TableCell> cells;
};

struct TableSheet {
    std::string name;
    bool is_hidden = false;
};

struct RosterTable {
    std::vector<TableSheet> sheets; // none: a text file
    std::size_t sheet{};            // which one was read
    std::vector<TableRow> rows;     // at least one
    std::size_t columns{};          // of the widest row
};

// A … Z, AA …
inline std::string letters_of(std::size_t column)
{
    std::string name;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

} // namespace xieshang::people
