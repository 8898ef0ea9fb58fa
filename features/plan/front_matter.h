// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The head of the document: its title, and what title and text say about committee, year and draft.
// Pure.
#pragma once

#include "features/plan/lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct TitleLines {
    std::vector<Range> ranges; // whole lines, in order; empty when the document has no title
    bool is_plan = false; // …协商工作计划, …议题安排表; not: …审议通过《…计划》
};

TitleLines title_of(const std::vector<Line>& lines);

// Folded titles.
bool is_title_of_plan(std::u32string_view title);
bool is_marked_draft(std::u32string_view title); // 草案 征求意见稿 讨论稿 送审稿 …

// From the title, else from the text: 崇川区政协, 政协某某区委员会, as written; empty when there is
// none.
std::string committee_of(const std::u32string& title, const std::vector<Line>& lines);
std::optional<int> year_of(const std::u32string& title, const std::vector<Line>& lines);

} // namespace xieshang::plan
