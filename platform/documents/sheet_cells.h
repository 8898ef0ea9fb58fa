// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Cells of a spreadsheet as people see them: shared texts, formats of numbers, dates. Read once for
// a workbook. Any thread once made.
#pragma once

#include "platform/documents/number_format.h"
#include "platform/documents/package.h"

#include <chrono>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct CellPlace {
    int column{}; // from 0
    int row{};    // from 1
};

// AB12; nothing when the text is no cell's name.
std::optional<CellPlace> place_named(std::string_view name);

struct ShownCell {
    std::string text; // as the program shows it
    std::optional<std::chrono::year_month_day> date;
};

class SheetCells {
public:
    static base::Result<SheetCells> of(
        Package& package, const Relations& relations, DateSystem system);

    // A formula shows its kept result; without one it is empty.
    ShownCell shown_in(pugi::xml_node cell) const;

private:
    ShownCell shown_number(pugi::xml_node cell, const std::string& value) const;
    ShownCell shown_date(pugi::xml_node cell, const std::string& value) const;
    void read_formats(pugi::xml_node styles);
    std::string_view format_of(pugi::xml_node cell) const;

    DateSystem system_{};
    std::vector<std::string> shared_;
    std::map<int, std::string> codes_; // by the number of the format
    std::vector<int> formats_;         // of each style of cells
};

} // namespace xieshang::documents
