// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Behind read_plan (reading.h): the reader for lines that a front end took out of its format, a
// text file's or another's (lines.h says how). Any thread, no state, time linear in the characters.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/reading.h"
#include "platform/base/result.h"

#include <string_view>
#include <vector>

namespace xieshang::plan {

// `lines` is not empty. Refuses reading.is_a_call, reading.is_news, reading.not_a_plan as read_plan
// does; leaves Reading::encoding empty.
base::Result<Reading> read_plan_lines(const std::vector<Line>& lines, std::string_view file_name);

} // namespace xieshang::plan
