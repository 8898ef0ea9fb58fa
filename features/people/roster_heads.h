// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which row of a table is its head, and which columns its words propose. Pure.
#pragma once

#include "features/people/roster_field.h"
#include "features/people/roster_table.h"

namespace xieshang::people {

// 姓 名, 出生年月（公历）, Mobile phone … → a field; nothing for words that say none.
std::optional<RosterField> field_named(std::string_view head);

struct ColumnChoice {
    std::int64_t column{}; // from 0
    RosterField field{};

    bool operator==(const ColumnChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(ColumnChoice, (), (column, field))

// Each field once: the first column that says it.
std::vector<ColumnChoice> columns_proposed(const TableRow& head);

inline constexpr std::size_t head_rows_looked_at = 30;

// The row of the first ones that names most fields, the name of a person among them; else nothing.
const TableRow* head_of(const RosterTable& table);

// What tells this head from others: its words without blanks and capitals, column by column.
std::string words_of_head(const TableRow& head);

} // namespace xieshang::people
