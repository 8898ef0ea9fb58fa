// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What people of an invented district 云栖区 suggest. Pure.
#pragma once

#include "features/calls/suggestion.h"

#include <span>
#include <string_view>

namespace xieshang::calls {

struct InventedSuggestion {
    std::string_view by; // a login of the demo; empty: the public; else on paper: a name
    std::string_view title;
    std::string_view problem;
    std::string_view reason;
    Constituency constituency{};
    TopicField field{};
    TopicAction step = TopicAction::suggest; // what the office did with it; suggest: nothing yet
    std::string_view answer{};
};

std::span<const InventedSuggestion> invented_suggestions();

} // namespace xieshang::calls
