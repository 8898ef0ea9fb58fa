// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/columns.h"

#include "features/plan/script.h"

namespace xieshang::plan {

std::size_t columns_of(std::string_view text)
{
    std::size_t columns = 0;
    for (const auto c : from_utf8(text)) {
        columns += static_cast<std::size_t>(width_of(c));
    }
    return columns;
}

std::string padded(const std::string& text, std::size_t columns)
{
    const auto used = columns_of(text);
    return text + std::string(columns > used ? columns - used : 0, ' ');
}

} // namespace xieshang::plan
