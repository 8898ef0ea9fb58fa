// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/sheet_cells.h"

#include "platform/documents/xml.h"

#include <cstdlib>

namespace xieshang::documents {
namespace {

constexpr int most_columns = 16'384;
constexpr int most_rows = 1'048'576;

int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                : -1;
}

// _x000D_ stands for a character that XML cannot hold; the rest of these are blanks.
std::string without_escapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool may_be =
            text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_';
        int code = 0;
        for (std::size_t k = i + 2; may_be && k < i + 6; ++k) {
            code = hex_value(text[k]) < 0 || code < 0 ? -1 : code * 16 + hex_value(text[k]);
        }
        if (!may_be || code < 0 || code > 0x7F) {
            plain += text[i];
            continue;
        }
        plain += code == 0x0D ? std::string() : std::string(1, static_cast<char>(code));
        i += 6;
    }
    return plain;
}

// The runs of a text; rPh says how to pronounce them.
void add_words(std::string& words, pugi::xml_node parent)
{
    for (const auto node : parent.children()) {
        if (local_name(node) == "t") {
            for (const auto piece : node.children()) {
                words += piece.value();
            }
        } else if (local_name(node) == "r") {
            add_words(words, node);
        }
    }
}

std::string words_in(pugi::xml_node parent)
{
    std::string words;
    add_words(words, parent);
    return words;
}

// 2025-06-01, whatever stands behind it.
std::optional<std::chrono::year_month_day> iso_date(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-'
        || (text.size() > 10 && text[10] != 'T')) {
        return std::nullopt;
    }
    const auto part = [text](std::size_t at, std::size_t length) {
        return number_in(text.substr(at, length), 0);
    };
    const std::chrono::year_month_day date(std::chrono::year(part(0, 4)),
        std::chrono::month(static_cast<unsigned>(part(5, 2))),
        std::chrono::day(static_cast<unsigned>(part(8, 2))));
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<CellPlace> place_named(std::string_view name)
{
    CellPlace place;
    std::size_t i = 0;
    for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && i < 3; ++i) {
        place.column = place.column * 26 + (name[i] - 'A' + 1);
    }
    place.row = number_in(name.substr(i), 0, most_rows);
    if (i == 0 || place.row == 0 || place.column > most_columns) {
        return std::nullopt;
    }
    --place.column;
    return place;
}

base::Result<SheetCells> SheetCells::of(
    Package& package, const Relations& relations, DateSystem system)
{
    auto cells = TRY(with_formats_alone(package, relations, system));
    if (const auto shared = TRY(package.related(relations, "sharedStrings"))) {
        for (const auto node : shared->root().children()) {
            if (local_name(node) == "si") {
                cells.add_shared(words_in(node));
            }
        }
    }
    return cells;
}

base::Result<SheetCells> SheetCells::with_formats_alone(
    Package& package, const Relations& relations, DateSystem system)
{
    SheetCells cells;
    cells.system_ = system;
    if (const auto styles = TRY(package.related(relations, "styles"))) {
        cells.read_formats(styles->root());
    }
    return cells;
}

void SheetCells::add_shared(std::string_view words)
{
    shared_.push_back(clean(without_escapes(words)));
}

void SheetCells::read_formats(pugi::xml_node styles)
{
    for (const auto node : child_named(styles, "numFmts").children()) {
        codes_[number_in(attribute_named(node, "numFmtId"), -1)] =
            attribute_named(node, "formatCode");
    }
    for (const auto node : child_named(styles, "cellXfs").children()) {
        formats_.push_back(number_in(attribute_named(node, "numFmtId"), 0));
    }
}

std::string_view SheetCells::format_of(std::string_view style) const
{
    const auto at = static_cast<std::size_t>(number_in(style, 0));
    const int id = at < formats_.size() ? formats_[at] : 0;
    const auto own = codes_.find(id);
    return own != codes_.end() ? std::string_view(own->second) : built_in_format(id);
}

ShownCell SheetCells::shown_number(std::string_view style, const std::string& value) const
{
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    if (value.empty() || end != value.c_str() + value.size()) {
        return {clean(value), {}};
    }
    const auto format = format_of(style);
    return {clean(shown(number, format, system_)), date_in(number, format, system_)};
}

// 2025-06-01T00:00:00, shown in the format of the cell when that is one of days.
ShownCell SheetCells::shown_date(std::string_view style, const std::string& value) const
{
    const auto date = iso_date(value);
    if (!date) {
        return {clean(without_escapes(value)), {}};
    }
    const bool has_time = value.size() > 10 && value.find_first_not_of("T0:.Z", 10) != value.npos;
    const double number = number_of(*date, system_);
    const bool is_shown = !has_time && date_in(number, format_of(style), system_);
    return {clean(is_shown ? shown(number, format_of(style), system_) : value), date};
}

ShownCell SheetCells::shown_in(pugi::xml_node cell) const
{
    const auto type = attribute_named(cell, "t");
    return shown_kept({type, attribute_named(cell, "s"),
        type == "inlineStr" ? words_in(child_named(cell, "is"))
                            : std::string(child_named(cell, "v").text().get())});
}

ShownCell SheetCells::shown_kept(const KeptCell& cell) const
{
    const auto& [type, style, value] = cell;
    if (type == "inlineStr" || type == "str" || type == "e") {
        return {clean(without_escapes(value)), {}};
    }
    if (type == "s") {
        const auto index = static_cast<std::size_t>(number_in(value, -1));
        return {index < shared_.size() ? shared_[index] : std::string(), {}};
    }
    if (type == "b") {
        return {value == "1" ? "TRUE" : value == "0" ? "FALSE" : clean(value), {}};
    }
    return type == "d" ? shown_date(style, value) : shown_number(style, value);
}

} // namespace xieshang::documents
