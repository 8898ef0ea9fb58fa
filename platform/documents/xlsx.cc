// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/xlsx.h"

#include "platform/documents/letters.h"
#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/sheet_cells.h"
#include "platform/documents/sheet_margins.h"
#include "platform/documents/xml.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

struct Sheet {
    base::SharedText name;
    std::string part;
    bool is_hidden = false;
};

base::Result<void> check_name(std::string_view name)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < name.size(); ++characters) {
        next_character(name, at);
    }
    return characters <= most_sheet_name
        ? base::Result<void>()
        : base::refuse("documents.sheet_name_too_long",
            {{"name", quoted(name)}, {"characters", std::to_string(characters)},
                {"most", std::to_string(most_sheet_name)}});
}

base::Result<std::vector<Sheet>> sheets_of(pugi::xml_node workbook, const Relations& relations)
{
    std::vector<Sheet> sheets;
    for (const auto node : child_named(workbook, "sheets").children()) {
        const auto relation = relations.find(attribute_named(node, "id"));
        if (relation == relations.end() || relation->second.type != "worksheet") {
            continue; // a chart
        }
        if (sheets.size() == most_sheets) {
            return base::refuse(
                "documents.too_many_sheets", {{"most", std::to_string(most_sheets)}});
        }
        const auto state = attribute_named(node, "state");
        auto name = clean(attribute_named(node, "name"));
        CHECK(check_name(name));
        sheets.push_back(
            {std::move(name), relation->second.target, state == "hidden" || state == "veryHidden"});
    }
    return sheets;
}

class SheetReader {
public:
    SheetReader(TextLines& out, const SheetCells& cells) : out_(out), cells_(cells) {}

    base::Result<void> read(const Sheet& sheet, pugi::xml_node root)
    {
        first_ = out_.lines.size();
        row_ = 0;
        hidden_ = 0;
        first_formula_ = 0;
        for (const auto node : child_named(root, "cols").children()) {
            hidden_ += is_true(attribute_named(node, "hidden")) ? 1 : 0;
        }
        for (const auto node : child_named(root, "sheetData").children()) {
            if (local_name(node) == "row") {
                read_row(sheet, node);
            }
            if (has_too_much()) {
                return refuse_too_much(out_.lines.size());
            }
        }
        CHECK(merge(sheet, child_named(root, "mergeCells")));
        note_oddities(sheet);
        note_sheet_margins(out_.notes, sheet.name, root);
        return {};
    }

private:
    bool has_too_much() const
    {
        return text_bytes_ > most_text_bytes || merged_bytes_ > most_text_bytes
            || spread_ > most_cells || out_.lines.size() > most_lines;
    }

    void read_row(const Sheet& sheet, pugi::xml_node node)
    {
        row_ = number_in(attribute_named(node, "r"), row_ + 1, 1'048'576);
        TextLine line{row_, sheet.name, sheet.is_hidden, true, {}, {}, {}};
        std::size_t column = 0;
        for (const auto cell : node.children()) {
            if (local_name(cell) != "c" || has_too_much()) {
                continue;
            }
            if (const auto place = place_named(attribute_named(cell, "r"))) {
                column = static_cast<std::size_t>(place->column);
            }
            add_cell(line, column++, cell);
        }
        std::stable_sort(line.dates.begin(), line.dates.end(),
            [](const CellDate& a, const CellDate& b) { return a.column < b.column; });
        if (!line.cells.empty()) {
            hidden_ += is_true(attribute_named(node, "hidden")) ? 1 : 0;
            spread_ += line.cells.size();
            out_.lines.push_back(std::move(line));
        }
    }

    void add_cell(TextLine& line, std::size_t column, pugi::xml_node cell)
    {
        auto [text, date] = cells_.shown_in(cell);
        std::replace(text.begin(), text.end(), '\t', ' ');
        if (text.empty()) {
            if (child_named(cell, "f") && !child_named(cell, "v")) {
                first_formula_ = first_formula_ > 0 ? first_formula_ : line.number;
            }
            return;
        }
        text_bytes_ += text.size();
        line.cells.resize(std::max(line.cells.size(), column + 1));
        auto& own = line.cells[column];
        own += own.empty() ? text : "\n" + text;
        if (date) {
            line.dates.push_back({column, *date});
        }
    }

    // Lines by their rows; rows out of order are no merged ones.
    std::size_t line_from(int row) const
    {
        const auto found = std::lower_bound(
            out_.lines.begin() + static_cast<std::ptrdiff_t>(first_), out_.lines.end(), row,
            [](const TextLine& line, int wanted) { return line.number < wanted; });
        return static_cast<std::size_t>(found - out_.lines.begin());
    }

    static bool is_empty(const TextLine& line, std::size_t column)
    {
        return column >= line.cells.size() || line.cells[column].empty();
    }

    base::Result<void> merge(const Sheet& sheet, pugi::xml_node merged)
    {
        for (const auto node : merged.children()) {
            const auto range = attribute_named(node, "ref");
            const auto colon = std::min(range.find(':'), range.size());
            const auto from = place_named(range.substr(0, colon));
            const auto to = place_named(range.substr(std::min(colon + 1, range.size())));
            if (!from || !to) {
                continue;
            }
            const auto column = static_cast<std::size_t>(from->column);
            const auto origin = line_from(from->row);
            if (origin == out_.lines.size() || out_.lines[origin].number != from->row
                || is_empty(out_.lines[origin], column)) {
                continue;
            }
            for (auto i = origin + 1; i < out_.lines.size() && out_.lines[i].number <= to->row;
                 ++i) {
                if (is_empty(out_.lines[i], column)) {
                    out_.lines[i].merged.push_back({column, origin});
                    merged_bytes_ += out_.lines[origin].cells[column].size();
                }
                if (has_too_much()) {
                    return refuse_too_much(out_.lines.size());
                }
                if (++merged_ > most_merged_cells) {
                    return base::refuse("documents.too_many_merged",
                        {{"sheet", sheet.name}, {"most", std::to_string(most_merged_cells)}});
                }
            }
        }
        return {};
    }

    void note_oddities(const Sheet& sheet)
    {
        if (hidden_ > 0 && !sheet.is_hidden) {
            out_.notes.push_back({"documents.hidden_rows",
                {{"sheet", sheet.name}, {"count", std::to_string(hidden_)}}});
        }
        if (first_formula_ > 0) {
            out_.notes.push_back({"documents.formula_without_result",
                {{"sheet", sheet.name}, {"row", std::to_string(first_formula_)}}});
        }
    }

    TextLines& out_;
    const SheetCells& cells_;
    std::size_t first_ = 0; // line of the sheet
    int row_ = 0;
    int hidden_ = 0;
    int first_formula_ = 0; // the row of the first one without a kept result
    std::size_t text_bytes_ = 0;
    std::size_t spread_ = 0; // cells of all rows
    std::size_t merged_ = 0;
    std::size_t merged_bytes_ = 0; // of words once more for each row that they cover
};

} // namespace

base::Result<TextLines> xlsx_lines(Package& package)
{
    const auto relations = TRY(package.relations_of(package.main_part()));
    std::vector<Sheet> sheets;
    auto system = DateSystem::from_1900;
    {
        const auto workbook = TRY(package.xml(package.main_part()));
        sheets = TRY(sheets_of(workbook->root(), relations));
        const auto properties = child_named(workbook->root(), "workbookPr");
        system = is_true(attribute_named(properties, "date1904")) ? DateSystem::from_1904 : system;
    }
    const auto cells = TRY(SheetCells::of(package, relations, system));
    TextLines out;
    out.notes = package.notes();
    SheetReader reader(out, cells);
    for (const auto& sheet : sheets) {
        const auto part = TRY(package.xml(sheet.part));
        if (local_name(part->root()) == "macrosheet") {
            return refuse_part("documents.macros", sheet.part);
        }
        CHECK(reader.read(sheet, part->root()));
    }
    return out;
}

} // namespace xieshang::documents
