// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Text in columns of a terminal, by the width that East Asian characters have there. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xieshang::plan {

std::size_t columns_of(std::string_view text);
std::string padded(const std::string& text, std::size_t columns); // with spaces behind

} // namespace xieshang::plan
