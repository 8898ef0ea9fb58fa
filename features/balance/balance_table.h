// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The balance as CSV: a row for each field and kind, a column for each plan. Pure.
#pragma once

#include "features/balance/balance_shapes.h"

#include <functional>
#include <string_view>

namespace xieshang::balance {

// text: gives a code's words in the reader's language.
std::string balance_table(
    const Balance& balance, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::balance
