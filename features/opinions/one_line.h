// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Foreign text made fit for one line of a terminal. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xieshang::opinions {

bool is_utf8(std::string_view bytes); // well-formed

// Blanks, line breaks and control characters become one space; what is wider than that many columns
// ends in "…"; what is no UTF-8 becomes U+FFFD. So no text can drive the terminal.
std::string one_line(std::string_view text, std::size_t columns);

} // namespace xieshang::opinions
