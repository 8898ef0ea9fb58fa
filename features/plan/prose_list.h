// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list behind 围绕: “A”、B、“C”3个课题. Folded text; pure.
#pragma once

#include "features/plan/nesting.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct ListItem {
    std::size_t begin{};
    std::size_t end{};
    bool is_quoted{};
};

struct ProseList {
    std::vector<ListItem> items;
    std::size_t end{};        // behind the list and the words that close it (等3个课题)
    std::optional<int> count; // 3个课题
    std::size_t count_at{};
};

// The list that begins at `begin`, no farther than `stop`. `expected`: how many meetings were
// announced.
ProseList prose_list(std::u32string_view text, const Nesting& nesting, std::size_t begin,
    std::size_t stop, std::optional<int> expected);

// 3场 2次 5个 10件 4项: a number with its classifier; length 0 when there is none.
struct Quantity {
    int value{};
    std::size_t length{};
};
Quantity quantity_at(std::u32string_view text, std::size_t at);

} // namespace xieshang::plan
