// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The pool as CSV, with the words of each suggestion and where it came from. No cell is ever a
// formula. Pure.
#pragma once

#include "features/calls/suggestion.h"

#include <functional>

namespace xieshang::calls {

struct TableLine {
    const Suggestion& suggestion;
    const std::string& call_title;
};
std::string pool_table(
    const std::vector<TableLine>& lines, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::calls
