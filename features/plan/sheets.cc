// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/sheets.h"

#include "features/plan/script.h"
#include "features/plan/tables.h"

#include <algorithm>
#include <set>
#include <utility>

namespace xieshang::plan {
namespace {

constexpr char32_t line_break = 0x2028;

std::u32string decoded(std::string_view utf8)
{
    auto text = from_utf8(utf8);
    std::replace(text.begin(), text.end(), U'\n', line_break);
    return text;
}

// The non-blank characters between two places of the text.
Dated dated(const Line& line, std::size_t begin, std::size_t end, int month)
{
    const auto folded_at = [&line](std::size_t place) {
        return static_cast<std::uint32_t>(
            std::lower_bound(line.at.begin(), line.at.end(), place) - line.at.begin());
    };
    return {folded_at(begin), folded_at(end), month};
}

} // namespace

Line make_paragraph(int number, std::string_view text) { return make_line(number, decoded(text)); }

Line make_row(int number, const std::vector<std::string>& cells, bool keeps_columns,
    const std::vector<CellMonth>& months)
{
    const auto filled = std::count_if(
        cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    std::u32string text;
    std::uint32_t column = 0;                                // the last filled one
    std::vector<std::pair<std::size_t, std::size_t>> places; // of the cells with a month
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (keeps_columns || filled > 1) {
            text += i == 0 ? U"" : U"\t";
        }
        const auto begin = text.size();
        text += decoded(cells[i]);
        column = cells[i].empty() ? column : static_cast<std::uint32_t>(i);
        if (places.size() < months.size() && months[places.size()].column == i) {
            places.emplace_back(begin, text.size());
        }
    }
    auto line = make_line(number, std::move(text));
    if (filled == 1 && !keeps_columns) {
        line.column = column;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        line.dates.push_back(dated(line, places[i].first, places[i].second, months[i].month));
    }
    return line;
}

void set_aside_sheets(std::vector<Line>& lines)
{
    std::set<std::string> with_head;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].is_set_aside && !lines[i].sheet.empty() && table_head(lines[i], i)) {
            with_head.insert(lines[i].sheet);
        }
    }
    if (with_head.empty()) {
        return;
    }
    for (auto& line : lines) {
        line.is_set_aside =
            line.is_set_aside || (!line.sheet.empty() && !with_head.contains(line.sheet));
    }
}

void warn_of_sheets(Reading& reading, const std::vector<Line>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool begins = i == 0 || lines[i].sheet != lines[i - 1].sheet;
        if (begins && lines[i].is_set_aside) {
            const auto* why =
                lines[i].is_hidden ? "reading.sheet_hidden" : "reading.sheet_set_aside";
            reading.warnings.push_back({lines[i].number, why, {}, static_cast<int>(i)});
        }
    }
    std::stable_sort(reading.warnings.begin(), reading.warnings.end(),
        [](const Warning& a, const Warning& b) { return a.at < b.at; });
}

} // namespace xieshang::plan
