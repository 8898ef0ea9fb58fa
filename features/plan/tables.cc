// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/tables.h"

#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

std::uint32_t size_of(const Line& line) { return static_cast<std::uint32_t>(line.folded.size()); }

std::size_t tabs_before(const Line& line, std::size_t i)
{
    const std::size_t from = i == 0 ? 0 : line.at[i - 1] + 1;
    const std::size_t to = i < line.at.size() ? line.at[i] : line.text.size();
    return static_cast<std::size_t>(
        std::count(line.text.begin() + static_cast<std::ptrdiff_t>(from),
            line.text.begin() + static_cast<std::ptrdiff_t>(to), U'\t'));
}

std::vector<Range> by_tabs(const Line& line, std::uint32_t index)
{
    std::vector<Range> cells{{index, 0, 0}};
    for (std::uint32_t i = 0; i <= size_of(line); ++i) {
        for (auto tabs = tabs_before(line, i); tabs > 0; --tabs) {
            cells.push_back({index, i, i});
        }
        cells.back().end = i < size_of(line) ? i + 1 : i;
    }
    return cells;
}

// A bar belongs to the cell behind it, the last one to none.
std::vector<Range> by_bars(const Line& line, std::uint32_t index)
{
    std::vector<Range> cells;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= size_of(line); ++i) {
        if (i == size_of(line) || line.folded[i] == U'|') {
            if (i > 0 || line.folded[0] != U'|') {
                cells.push_back({index, begin, i});
            }
            begin = i + 1;
        }
    }
    if (!cells.empty() && cells.back().is_empty() && line.folded.back() == U'|') {
        cells.pop_back();
    }
    return cells;
}

std::vector<Range> by_blanks(const Line& line, std::uint32_t index, Gap least)
{
    std::vector<Range> cells{{index, 0, 0}};
    for (std::uint32_t i = 0; i < size_of(line); ++i) {
        if (i > 0 && line.gap(i) >= least) {
            cells.push_back({index, i, i});
        }
        cells.back().end = i + 1;
    }
    return cells;
}

std::size_t bars_in(const Line& line)
{
    return static_cast<std::size_t>(std::count(line.folded.begin(), line.folded.end(), U'|'));
}

bool names_the_topic(Text head)
{
    for (const Text word : {U"议题", U"课题", U"主题", U"名称", U"题目"}) {
        if (head.find(word) != head.npos) {
            return true;
        }
    }
    return false;
}

// One column holds the title; what else looks like one has no field.
void choose_title(const Line& line, const std::vector<Range>& cells, TableHead& head)
{
    std::optional<std::size_t> chosen;
    bool is_named = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (head.columns[i] != Field::title) {
            continue;
        }
        const bool names = names_the_topic(
            Text(line.folded).substr(cells[i].begin, cells[i].end - cells[i].begin));
        if (chosen && (is_named || !names)) {
            head.columns[i].reset();
            continue;
        }
        if (chosen) {
            head.columns[*chosen].reset();
        }
        chosen = i;
        is_named = names;
    }
}

} // namespace

std::optional<TableHead> table_head(const Line& line, std::uint32_t index)
{
    if (size_of(line) < 4 || size_of(line) > 200) {
        return std::nullopt;
    }
    TableHead head;
    head.divider = line.text.find(U'\t') != line.text.npos ? Divider::tab
        : bars_in(line) >= 2                               ? Divider::bar
                                                           : Divider::blanks;
    const auto cells = head.divider == Divider::tab ? by_tabs(line, index)
        : head.divider == Divider::bar              ? by_bars(line, index)
                                                    : by_blanks(line, index, Gap::one);
    std::size_t known = 0;
    std::size_t filled = 0;
    for (const auto cell : cells) {
        const auto text = Text(line.folded).substr(cell.begin, cell.end - cell.begin);
        head.columns.push_back(column_named(text));
        filled += text.empty() ? 0 : 1;
        known += head.columns.back() ? 1 : 0;
        if (text.size() > 14) {
            return std::nullopt;
        }
    }
    const bool has_title =
        std::find(head.columns.begin(), head.columns.end(), Field::title) != head.columns.end();
    const bool is_clear = head.divider == Divider::blanks ? known == filled && filled >= 3
                                                          : known * 10 >= filled * 6 && filled >= 2;
    if (!has_title || !is_clear) {
        return std::nullopt;
    }
    choose_title(line, cells, head);
    return head;
}

bool takes_second_row(TableHead& head, const Line& line, std::uint32_t index)
{
    if (head.divider != Divider::tab || line.text.find(U'\t') == line.text.npos) {
        return false;
    }
    auto columns = head.columns;
    const auto cells = by_tabs(line, index);
    columns.resize(std::max(columns.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].is_empty()) {
            continue;
        }
        const auto field =
            column_named(Text(line.folded).substr(cells[i].begin, cells[i].end - cells[i].begin));
        if (!field || field == Field::title) {
            return false;
        }
        columns[i] = field;
    }
    head.columns = std::move(columns);
    return true;
}

std::vector<Cell> row_of(const Line& line, std::uint32_t index, const TableHead& head)
{
    std::vector<Range> ranges;
    if (head.divider == Divider::tab && line.text.find(U'\t') != line.text.npos) {
        ranges = by_tabs(line, index);
    } else if (head.divider == Divider::tab && line.column) {
        ranges.resize(*line.column, {index, 0, 0});
        ranges.push_back({index, 0, size_of(line)});
    } else if (head.divider == Divider::bar && bars_in(line) >= 2) {
        ranges = by_bars(line, index);
    } else if (head.divider == Divider::blanks) {
        ranges = by_blanks(line, index, Gap::wide);
        if (ranges.size() != head.columns.size()) {
            ranges = by_blanks(line, index, Gap::one);
        }
        if (ranges.size() != head.columns.size()) {
            return {};
        }
    }
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        cells.push_back({ranges[i], i < head.columns.size() ? head.columns[i] : std::nullopt, {}});
    }
    return cells;
}

void cover(std::vector<Cell>& cells, const std::vector<Line>& lines, std::uint32_t index,
    const TableHead& head, CellsAbove& seen)
{
    const auto& line = lines[index];
    for (const auto& covered : line.covered) {
        if (covered.column >= head.columns.size()) {
            continue;
        }
        const auto [found, is_new] = seen.try_emplace(covered.line);
        auto& above = found->second;
        if (is_new) {
            above = by_tabs(lines[covered.line], covered.line);
        }
        if (covered.column >= above.size()) {
            continue;
        }
        while (cells.size() <= covered.column) {
            const auto field = head.columns[cells.size()];
            cells.push_back({{index, size_of(line), size_of(line)}, field, {}});
        }
        cells[covered.column].covering = above[covered.column];
    }
}

bool is_rule(const Line& line)
{
    return line.folded.find_first_not_of(U"|-:+=_—") == line.folded.npos;
}

} // namespace xieshang::plan
