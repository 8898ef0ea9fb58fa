// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of plans as CSV (RFC 4180, with a byte order mark for spreadsheet programs). No cell is
// ever a formula. Pure.
#pragma once

#include "features/plan/plan_line.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

std::string plan_table(
    const std::vector<PlanLine>& plans, const std::function<std::string(std::string_view)>& text);

// Quoted, and led by an apostrophe where a spreadsheet program would calculate (= + - @ tab CR).
std::string csv_cell(std::string_view text);
std::string csv_row(const std::vector<std::string>& cells); // with its end
// To the second, in the committee's zone as on the screens (Asia/Shanghai, +08:00 without a summer
// time since 1991); the head of the column says so.
std::string csv_instant(base::Instant at);
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

} // namespace xieshang::plan
