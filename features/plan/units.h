// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A list of bodies and people (责任部门：甲局、乙局，各镇街) → its members. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// Text as it stands in the source. Separators: 、 ， , ； ; / line breaks, 及 和 behind a body's
// name, and blanks between names of bodies; padding blanks inside a name (湖滨街道    委员小组) are
// taken out.
std::vector<std::string> units_of(std::u32string_view text);

// Blanks as a reader wants them: none between characters that write none, one between words.
std::u32string tidied(std::u32string_view text);

} // namespace xieshang::plan
