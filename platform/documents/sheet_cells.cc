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
    return clean(without_escapes(words));
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
    SheetCells cells;
    cells.system_ = system;
    if (const auto styles = TRY(package.related(relations, "styles"))) {
        cells.read_formats(styles->root());
    }
    if (const auto shared = TRY(package.related(relations, "sharedStrings"))) {
        for (const auto node : shared->root().children()) {
            if (local_name(node) == "si") {
                cells.shared_.push_back(words_in(node));
            }
        }
    }
    return cells;
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

std::string_view SheetCells::format_of(pugi::xml_node cell) const
{
    const auto style = static_cast<std::size_t>(number_in(attribute_named(cell, "s"), 0));
    const int id = style < formats_.size() ? formats_[style] : 0;
    const auto own = codes_.find(id);
    return own != codes_.end() ? std::string_view(own->second) : built_in_format(id);
}

std::string SheetCells::text_of(pugi::xml_node cell) const
{
    const auto type = attribute_named(cell, "t");
    if (type == "inlineStr") {
        return words_in(child_named(cell, "is"));
    }
    const std::string value = child_named(cell, "v").text().get();
    if (type == "s") {
        const auto index = static_cast<std::size_t>(number_in(value, -1));
        return index < shared_.size() ? shared_[index] : std::string();
    }
    if (type == "b") {
        return value == "1" ? "TRUE" : value == "0" ? "FALSE" : clean(value);
    }
    if (type == "str" || type == "e" || type == "d") {
        return clean(without_escapes(value));
    }
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    const bool is_number = !value.empty() && end == value.c_str() + value.size();
    return is_number ? clean(shown(number, format_of(cell), system_)) : clean(value);
}

} // namespace xieshang::documents
