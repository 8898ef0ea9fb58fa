// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Puts the cells of a row in order. One a thread.
#pragma once

#include "platform/analytics/answer_table.h"

namespace xieshang::analytics {

class RowOrder {
public:
    explicit RowOrder(std::size_t columns) : stances_(columns), words_((columns + 63) / 64) {}

    // Ascending by column; of several of a column the last is kept. Returns how many remain, in
    // front.
    std::size_t put_in_order(std::span<Cell> cells);

private:
    std::size_t sort_few(std::span<Cell> cells) const;
    std::size_t sort_many(std::span<Cell> cells);

    std::vector<std::uint8_t> stances_; // by column
    std::vector<std::uint64_t> words_;  // a bit a column that occurs
};

} // namespace xieshang::analytics
