// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/csv_rows.h"

#include <algorithm>

namespace xieshang::opinions {
namespace {

bool ends_field(char c) { return c == ',' || c == '\n' || c == '\r'; }

} // namespace

CsvRows::CsvRows(std::string_view bytes) : bytes_(bytes)
{
    if (bytes_.starts_with("\xEF\xBB\xBF")) {
        at_ = 3;
    }
}

bool CsvRows::next()
{
    while (at_ < bytes_.size()) {
        read_row();
        const bool is_empty = fields_.size() == 1 && fields_[0].empty() && !is_broken_;
        if (!is_empty) {
            return true;
        }
    }
    return false;
}

void CsvRows::read_row()
{
    fields_.clear();
    unquoted_used_ = 0;
    is_broken_ = false;
    row_line_ = line_;
    for (;;) {
        const bool is_quoted = at_ < bytes_.size() && bytes_[at_] == '"';
        fields_.push_back(is_quoted ? quoted_field() : plain_field());
        if (at_ < bytes_.size() && bytes_[at_] == ',') {
            ++at_;
            continue;
        }
        break;
    }
    if (at_ < bytes_.size() && bytes_[at_] == '\r') {
        ++at_;
    }
    if (at_ < bytes_.size() && bytes_[at_] == '\n') {
        ++at_;
    }
    ++line_;
}

std::string_view CsvRows::plain_field()
{
    const auto begin = at_;
    while (at_ < bytes_.size() && !ends_field(bytes_[at_])) {
        ++at_;
    }
    return bytes_.substr(begin, at_ - begin);
}

std::string_view CsvRows::quoted_field()
{
    const auto begin = at_ + 1;
    bool has_doubled = false;
    auto end = bytes_.find('"', begin);
    while (end != std::string_view::npos && end + 1 < bytes_.size() && bytes_[end + 1] == '"') {
        has_doubled = true;
        end = bytes_.find('"', end + 2);
    }
    const bool is_closed =
        end != std::string_view::npos && (end + 1 == bytes_.size() || ends_field(bytes_[end + 1]));
    if (!is_closed) { // read as if it were no quote: later rows are not lost
        is_broken_ = true;
        return plain_field();
    }
    const auto inside = bytes_.substr(begin, end - begin);
    line_ += static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\n'));
    at_ = end + 1;
    if (!has_doubled) {
        return inside;
    }
    if (unquoted_used_ == unquoted_.size()) {
        unquoted_.emplace_back();
    }
    auto& text = unquoted_[unquoted_used_++];
    text.clear();
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        i += inside[i] == '"' ? 1 : 0;
    }
    return text;
}

} // namespace xieshang::opinions
