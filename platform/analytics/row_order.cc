// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/row_order.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace xieshang::analytics {
namespace {

bool is_in_order(std::span<const Cell> cells)
{
    return std::adjacent_find(cells.begin(), cells.end(), [](Cell one, Cell next) {
        return statement_of(one) >= statement_of(next);
    }) == cells.end();
}

} // namespace

std::size_t RowOrder::put_in_order(std::span<Cell> cells)
{
    if (is_in_order(cells)) {
        return cells.size();
    }
    // A bit map is looked through once whole, so it must be short beside the row.
    return words_.size() > 4 * cells.size() ? sort_few(cells) : sort_many(cells);
}

std::size_t RowOrder::sort_few(std::span<Cell> cells) const
{
    std::stable_sort(cells.begin(), cells.end(),
        [](Cell one, Cell other) { return statement_of(one) < statement_of(other); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i + 1 == cells.size() || statement_of(cells[i]) != statement_of(cells[i + 1])) {
            cells[kept++] = cells[i];
        }
    }
    return kept;
}

std::size_t RowOrder::sort_many(std::span<Cell> cells)
{
    for (const auto cell : cells) {
        const auto column = statement_of(cell);
        stances_[column] = static_cast<std::uint8_t>(cell - 3 * column);
        words_[column / 64] |= std::uint64_t{1} << column % 64;
    }
    std::size_t kept = 0;
    for (std::size_t word = 0; word < words_.size(); ++word) {
        for (auto bits = std::exchange(words_[word], 0); bits != 0; bits &= bits - 1) {
            const auto column = 64 * word + static_cast<std::size_t>(std::countr_zero(bits));
            cells[kept++] = static_cast<Cell>(3 * column + stances_[column]);
        }
    }
    return kept;
}

} // namespace xieshang::analytics
