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

// A cell as it is kept: the words of an inline text, else what `v` holds.
struct KeptCell {
    std::string_view type;
    std::string_view style;
    std::string value;
};

class SheetCells {
public:
    static base::Result<SheetCells> of(
        Package& package, const Relations& relations, DateSystem system);
    // Without the shared texts, for who adds them one by one.
    static base::Result<SheetCells> with_formats_alone(
        Package& package, const Relations& relations, DateSystem system);
    void add_shared(std::string_view words);

    // A formula shows its kept result; without one it is empty.
    ShownCell shown_in(pugi::xml_node cell) const;
    ShownCell shown_kept(const KeptCell& cell) const;

private:
    ShownCell shown_number(std::string_view style, const std::string& value) const;
    ShownCell shown_date(std::string_view style, const std::string& value) const;
    void read_formats(pugi::xml_node styles);
    std::string_view format_of(std::string_view style) const;

    DateSystem system_{};
    std::vector<std::string> shared_;
    std::map<int, std::string> codes_; // by the number of the format
    std::vector<int> formats_;         // of each style of cells
};

} // namespace xieshang::documents
