// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The reader of plan documents: bytes in, values out. Any thread, no state, time linear in the bytes.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/reading.h"
#include "platform/base/result.h"

#include <string_view>
#include <vector>

namespace xieshang::plan {

// Reads a text file. Refuses what decoding.h refuses, and
//   reading.is_a_call   {file, title}  the document asks for topics
//   reading.is_news     {file, title}  the document tells of a meeting
//   reading.not_a_plan  {file, title}  anything else that is no plan
base::Result<Reading> read_plan(std::string_view bytes, std::string_view file_name);

// The same for lines that another front end took out of its format.
base::Result<Reading> read_plan_lines(const std::vector<Line>& lines, std::string_view file_name);

} // namespace xieshang::plan
