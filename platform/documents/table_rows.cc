// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/table_rows.h"

#include "platform/documents/limits.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

constexpr std::string_view ideographic_blank = "\xE3\x80\x80";
constexpr std::string_view unbreakable_blank = "\xC2\xA0";

std::size_t blank_before(std::string_view text)
{
    return text.starts_with(' ') || text.starts_with('\n') || text.starts_with('\t') ? 1
        : text.starts_with(ideographic_blank)                                        ? 3
        : text.starts_with(unbreakable_blank)                                        ? 2
                                                                                     : 0;
}

std::size_t blank_behind(std::string_view text)
{
    return text.ends_with(' ') || text.ends_with('\n') || text.ends_with('\t') ? 1
        : text.ends_with(ideographic_blank)                                    ? 3
        : text.ends_with(unbreakable_blank)                                    ? 2
                                                                               : 0;
}

std::string_view trimmed(std::string_view text)
{
    while (const auto bytes = blank_before(text)) {
        text.remove_prefix(bytes);
    }
    while (const auto bytes = blank_behind(text)) {
        text.remove_suffix(bytes);
    }
    return text;
}

} // namespace

void TableRows::put(std::size_t column, TableCell cell)
{
    const auto words = trimmed(cell.text);
    if (words.empty() && !cell.is_formula) {
        return;
    }
    if (words.size() != cell.text.size()) {
        cell.text = std::string(words);
    }
    text_bytes_ += cell.text.size();
    if (column >= most_table_columns) {
        column = most_table_columns; // told when the row ends
    }
    cells_.resize(std::max(cells_.size(), column + 1));
    cells_[column] = std::move(cell);
}

bool TableRows::end_row(int number)
{
    if (cells_.empty()) {
        return true;
    }
    if (rows_.size() == most_table_rows) {
        trouble_ = base::Error{base::Trouble::too_large, "documents.table_too_many_rows",
            {{"most", std::to_string(most_table_rows)}}, {}};
    } else if (cells_.size() > most_table_columns) {
        trouble_ = base::Error{base::Trouble::refused, "documents.table_too_wide",
            {{"row", std::to_string(number)}, {"most", std::to_string(most_table_columns)}}, {}};
    } else if (text_bytes_ > most_table_text) {
        trouble_ = base::Error{base::Trouble::too_large, "documents.table_too_much_text",
            {{"most", std::to_string(most_table_text >> 20U) + " MB"}}, {}};
    } else {
        columns_ = std::max(columns_, cells_.size());
        rows_.push_back({number, std::move(cells_)});
    }
    cells_.clear();
    return !trouble_;
}

base::Result<TableFile> TableRows::finish(TableFile file, std::string_view sheet)
{
    if (trouble_) {
        return tl::unexpected(*trouble_);
    }
    if (rows_.empty()) {
        return base::refuse("documents.table_empty", {{"sheet", std::string(sheet)}});
    }
    file.rows = std::move(rows_);
    file.columns = columns_;
    return file;
}

} // namespace xieshang::documents
