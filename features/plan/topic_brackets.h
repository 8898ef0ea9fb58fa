// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Brackets behind a title: （提案委牵头，5月）, （责任单位：住建局；时间：6月）, （专题协商）.
// Pure.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/labels.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct BracketPart {
    Field field{};
    std::size_t begin{}; // of the value, in the text between the brackets
    std::size_t end{};
};

// Empty when the brackets belong to the title: （一期）, （试点）.
std::vector<BracketPart> bracket_parts(std::u32string_view inside);

// Places run[open, end), brackets included.
void place_bracket(Findings& findings, const Run& run, std::size_t open, std::size_t end,
    const std::vector<BracketPart>& parts, int topic);

} // namespace xieshang::plan
