// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The 34 sectors 界别 of the national committee (第十四届全国政协, 2023) and how districts call
// them: to propose, never to forbid, as each place has sectors of its own and merges some. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace xieshang::people {

// Which of the 34 the words mean, from 0; nothing where they mean none.
std::optional<int> national_sector(std::string_view words);

// Whether the words are like the name of a sector: one of the 34, several of them (民建、民进), or
// what ends in 界, 界别 or 人士.
bool is_like_a_sector(std::string_view words);

} // namespace xieshang::people
