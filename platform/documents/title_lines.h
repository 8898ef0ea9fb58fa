// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A title → its lines, of which none is longer than the one above it (梯形, GB/T 9704 §7.3.1).
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

std::vector<std::string> title_lines(std::string_view title, int characters_a_line);

} // namespace xieshang::documents
