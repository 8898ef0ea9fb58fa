// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/sheets.h"

#include "features/plan/script.h"
#include "features/plan/tables.h"

#include <algorithm>
#include <set>

namespace xieshang::plan {
namespace {

constexpr char32_t line_break = 0x2028;

std::u32string decoded(std::string_view utf8)
{
    auto text = from_utf8(utf8);
    std::replace(text.begin(), text.end(), U'\n', line_break);
    return text;
}

} // namespace

Line make_paragraph(int number, std::string_view text) { return make_line(number, decoded(text)); }

Line make_row(int number, const std::vector<std::string>& cells, bool keeps_columns)
{
    const auto filled = std::count_if(
        cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    std::u32string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (keeps_columns || filled > 1) {
            text += i == 0 ? U"" : U"\t";
        }
        text += decoded(cells[i]);
    }
    return make_line(number, std::move(text));
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
