// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A topic told as what is done with it: 围绕“X”开展Y协商. Folded text; pure.
#pragma once

#include "features/plan/topic_kind.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace xieshang::plan {

// 围绕“X”开展Y协商: where X and its kind stand.
struct Consultation {
    std::size_t begin{};
    std::size_t end{}; // of X
    bool is_quoted{};
    std::optional<TopicKind> kind;
};
std::optional<Consultation> consultation_in(std::u32string_view text);

} // namespace xieshang::plan
