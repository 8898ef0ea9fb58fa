// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The paragraphs of a section's text, as a reader sees them: one a line, without the white space
// around them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// Without the white space around it, U+3000 among it.
std::string_view without_margins(std::string_view line);

// In their order; blank lines are none.
std::vector<std::string> paragraphs_of(std::string_view text);

} // namespace xieshang::plan
