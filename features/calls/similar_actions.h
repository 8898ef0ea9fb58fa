// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Suggestions that say something similar: while somebody types, and beside a suggestion. Only those
// that the asker sees.
#pragma once

#include "features/calls/calls_views.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

inline constexpr std::int64_t most_compared = 2000; // the newest
inline constexpr std::size_t most_similar = 10;
inline constexpr double least_likeness = 0.15;

// Of a text, or of a suggestion's own where `but` names it and the text is empty. The likest first.
SimilarSuggestions similar(
    services::Services& services, const base::Asker& asker, const SimilarAsk& asked);

} // namespace xieshang::calls
