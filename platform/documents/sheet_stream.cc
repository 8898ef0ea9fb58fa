// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/sheet_stream.h"

#include "platform/documents/letters.h"
#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/sheet_cells.h"
#include "platform/documents/table_rows.h"
#include "platform/documents/xml_stream.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

struct Book {
    std::vector<TableSheet> sheets;
    std::vector<std::string> parts; // of the sheets
    DateSystem system = DateSystem::from_1900;
};

base::Result<Book> book_of(Package& package, const Relations& relations)
{
    const auto workbook = TRY(package.xml(package.main_part()));
    Book book;
    const auto old = attribute_named(child_named(workbook->root(), "workbookPr"), "date1904");
    book.system = old == "1" || old == "true" ? DateSystem::from_1904 : book.system;
    for (const auto node : child_named(workbook->root(), "sheets").children()) {
        const auto relation = relations.find(attribute_named(node, "id"));
        if (relation == relations.end() || relation->second.type != "worksheet") {
            continue; // a chart
        }
        if (book.sheets.size() == most_sheets) {
            return base::refuse(
                "documents.too_many_sheets", {{"most", std::to_string(most_sheets)}});
        }
        const auto state = attribute_named(node, "state");
        book.sheets.push_back({documents::quoted(clean(attribute_named(node, "name"))),
            state == "hidden" || state == "veryHidden"});
        book.parts.push_back(relation->second.target);
    }
    return book;
}

// si → its words; rPh says how to pronounce them.
base::Result<void> read_shared(Package& package, const std::string& part, SheetCells& cells)
{
    std::string words;
    std::size_t count = 0;
    std::size_t bytes = 0;
    bool is_text = false;
    int pronounced = 0;
    XmlStream* stream = nullptr;
    XmlStream xml(
        {[&](std::string_view name, const Attributes&) {
             pronounced += name == "rPh" ? 1 : 0;
             is_text = name == "t" && pronounced == 0;
         },
            [&](std::string_view name) {
                pronounced -= name == "rPh" ? 1 : 0;
                is_text = false;
                if (name == "si") {
                    cells.add_shared(words);
                    bytes += words.size();
                    words.clear();
                    if (++count > most_shared_texts || bytes > most_table_text) {
                        stream->stop();
                    }
                }
            },
            [&](std::string_view piece) { words += is_text ? piece : std::string_view(); }},
        part);
    stream = &xml;
    CHECK(package.stream(part, [&](std::string_view piece) {
        return xml.take(piece) && words.size() <= most_table_text;
    }));
    if (count > most_shared_texts || bytes + words.size() > most_table_text) {
        return base::trouble(base::Trouble::too_large, "documents.table_too_much_text",
            {{"most", std::to_string(most_table_text >> 20U) + " MB"}});
    }
    return xml.finish();
}

struct Range {
    CellPlace from;
    CellPlace to;
};

class SheetStream {
public:
    SheetStream(const SheetCells& cells, const std::string& part)
        : cells_(cells),
          xml_({[this](auto name, const auto& attributes) { begin(name, attributes); },
                   [this](auto name) { end(name); },
                   [this](auto words) { value_ += is_value_ ? words : std::string_view(); }},
              part)
    {
    }

    base::Result<void> read(Package& package, const std::string& part)
    {
        CHECK(package.stream(part, [this](std::string_view piece) {
            return xml_.take(piece) && value_.size() <= most_table_text;
        }));
        return rows_.trouble() ? base::Result<void>() : xml_.finish();
    }

    TableRows& rows()
    {
        std::for_each(merged_.begin(), merged_.end(), [this](const Range& range) { fill(range); });
        return rows_;
    }

private:
    void begin(std::string_view name, const Attributes& attributes)
    {
        if (name == "row") {
            row_ = number_in(attributes["r"], row_ + 1, 1'048'576);
            column_ = 0;
        } else if (name == "c") {
            if (const auto place = place_named(attributes["r"])) {
                column_ = static_cast<std::size_t>(place->column);
            }
            type_ = attributes["t"];
            style_ = attributes["s"];
            value_.clear();
            is_formula_ = false;
        } else if (name == "mergeCell") {
            merge(attributes["ref"]);
        }
        is_formula_ = is_formula_ || name == "f";
        pronounced_ += name == "rPh" ? 1 : 0;
        is_value_ = name == "v" || (name == "t" && type_ == "inlineStr" && pronounced_ == 0);
    }

    void end(std::string_view name)
    {
        is_value_ = false;
        pronounced_ -= name == "rPh" ? 1 : 0;
        if (name == "c") {
            auto [text, date] = cells_.shown_kept({type_, style_, std::move(value_)});
            value_ = {};
            rows_.put(column_++, {std::move(text), date, is_formula_});
        } else if (name == "row" && !rows_.end_row(row_)) {
            xml_.stop();
        }
    }

    void merge(std::string_view range)
    {
        const auto colon = std::min(range.find(':'), range.size());
        const auto from = place_named(range.substr(0, colon));
        const auto to = place_named(range.substr(std::min(colon + 1, range.size())));
        if (from && to && from->row < to->row && merged_.size() < most_merged_cells) {
            merged_.push_back({*from, *to});
        }
    }

    // Each row that it covers says what stands at its top. Ranges that lie over each other are
    // filled no more often than there are rows.
    void fill(const Range& range)
    {
        auto& rows = rows_.rows();
        const auto column = static_cast<std::size_t>(range.from.column);
        auto row = std::lower_bound(rows.begin(), rows.end(), range.from.row,
            [](const TableRow& one, int wanted) { return one.number < wanted; });
        if (row == rows.end() || row->number != range.from.row || column >= row->cells.size()) {
            return;
        }
        const auto words = row->cells[column];
        for (++row; row != rows.end() && row->number <= range.to.row && filled_ < most_cells;
             ++row) {
            ++filled_;
            row->cells.resize(std::max(row->cells.size(), column + 1));
            row->cells[column] = row->cells[column].text.empty() ? words : row->cells[column];
        }
    }

    const SheetCells& cells_;
    XmlStream xml_;
    TableRows rows_;
    int row_ = 0;
    std::size_t column_ = 0;
    std::string type_;
    std::string style_;
    std::string value_;
    bool is_value_ = false;
    bool is_formula_ = false;
    int pronounced_ = 0;
    std::vector<Range> merged_;
    std::size_t filled_ = 0;
};

} // namespace

base::Result<TableFile> read_sheet(Package& package, std::optional<std::size_t> sheet)
{
    const auto relations = TRY(package.relations_of(package.main_part()));
    auto book = TRY(book_of(package, relations));
    const auto shown = std::find_if(
        book.sheets.begin(), book.sheets.end(), [](const auto& one) { return !one.is_hidden; });
    const auto at = sheet.value_or(
        shown == book.sheets.end() ? 0 : static_cast<std::size_t>(shown - book.sheets.begin()));
    if (at >= book.sheets.size()) {
        return base::refuse(
            "documents.table_no_sheet", {{"count", std::to_string(book.sheets.size())}});
    }
    auto cells = TRY(SheetCells::with_formats_alone(package, relations, book.system));
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings" && !relation.is_external
            && package.has(relation.target)) {
            CHECK(read_shared(package, relation.target, cells));
            break;
        }
    }
    SheetStream stream(cells, book.parts[at]);
    CHECK(stream.read(package, book.parts[at]));
    TableFile file;
    file.sheets = book.sheets;
    file.sheet = at;
    return stream.rows().finish(std::move(file), book.sheets[at].name);
}

} // namespace xieshang::documents
