// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tables in text: cells between tabs, between bars, or aligned with blanks under a row of column
// heads. Pure.
#pragma once

#include "features/plan/labels.h"
#include "features/plan/lines.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace xieshang::plan {

struct Cell {
    Range range; // may be empty
    std::optional<Field> field;
    Range covering; // of the merged cell above, when this one is covered by it
};

enum class Divider : std::uint8_t {
    tab,
    bar,
    blanks,
};

struct TableHead {
    Divider divider{};
    std::vector<std::optional<Field>> columns;
};

// 序号 | 议题 | 形式 | 时间 | 牵头领导 | 承办 | 协办
std::optional<TableHead> table_head(const Line& line, std::uint32_t index);

// A second row of a head, right below the first: 责任单位 | → 主办 | 协办. Takes its names into the
// head; false when the line is none.
bool takes_second_row(TableHead& head, const Line& line, std::uint32_t index);

// The cells of a row under this head; empty when the line is none.
std::vector<Cell> row_of(const Line& line, std::uint32_t index, const TableHead& head);

// The cells of rows that merged cells go on from, by line: each row is taken apart once.
using CellsAbove = std::map<std::uint32_t, std::vector<Range>>;

// Finds the words of merged cells above for the cells of the row `index` that they cover.
void cover(std::vector<Cell>& cells, const std::vector<Line>& lines, std::uint32_t index,
    const TableHead& head, CellsAbove& seen);

// |---|---|
bool is_rule(const Line& line);

} // namespace xieshang::plan
