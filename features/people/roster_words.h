// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of a roster's cells → what they mean; nothing where they mean none of it. Pure.
#pragma once

#include "features/people/membership.h"
#include "features/people/roster_table.h"

namespace xieshang::people {

// Without blanks, in small letters: to compare heads and names of places.
std::string plain_words(std::string_view text);

// 张 三 and 张　三 are 张三; Anna Maria stays.
std::string plain_name(std::string_view text);

std::optional<Sex> sex_in(std::string_view text);
// 1971-04, 1971.4, 1971年4月, 1971/04/02, 197104 and cells that hold a date → 1971-04
std::optional<std::string> month_in(const TableCell& cell);
std::optional<std::int64_t> term_in(std::string_view text); // 2, 二届, 第二届, 第 12 届
std::optional<TermStanding> state_in(std::string_view text);

// A telephone, an identity number or an address of e-mail, also in full width, as reading takes
// them: nobody looks at one by choosing a row, or by asking what a column is.
bool is_like_a_contact(std::string_view text);

// What is left of the name of a sector or group without what such names end in: 经济 of 经济界别.
std::string place_core(std::string_view words);

// 经济, 经济界 and 经济界别 are one.
bool names_place(const Organisation& organisation, std::string_view words);

} // namespace xieshang::people
