// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Cells of a spreadsheet as people see them: shared texts, formats of numbers, dates. Read once for
// a workbook. Any thread once made.
#pragma once

#include "platform/documents/number_format.h"
#include "platform/documents/package.h"

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

class SheetCells {
public:
    static base::Result<SheetCells> of(
        Package& package, const Relations& relations, DateSystem system);

    // As shown. A formula shows its kept result; without one it is empty.
    std::string text_of(pugi::xml_node cell) const;

private:
    void read_formats(pugi::xml_node styles);
    std::string_view format_of(pugi::xml_node cell) const;

    DateSystem system_{};
    std::vector<std::string> shared_;
    std::map<int, std::string> codes_; // by the number of the format
    std::vector<int> formats_;         // of each style of cells
};

} // namespace xieshang::documents
