// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// All opinions on a draft as CSV, with the words that each is about. No cell is ever a formula.
// Pure.
#pragma once

#include "features/draft_opinions/opinion_views.h"

#include <functional>

namespace xieshang::draft_opinions {

std::string opinion_table(
    const OpinionRequestView& request, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::draft_opinions
