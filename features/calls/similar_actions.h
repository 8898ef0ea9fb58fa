// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Suggestions that say something similar: while somebody types, and beside a suggestion. Only those
// that the asker sees. All that were handed in and not withdrawn are compared (ADR 0021), by the
// index that `services.alike` keeps; where there is none, by one that is made for the question.
#pragma once

#include "features/calls/public_form_views.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

inline constexpr std::size_t most_similar = 10;

// Of a text, or of a suggestion's own where `but` names it and the text is empty. The likest first.
SimilarSuggestions similar(
    services::Services& services, const base::Asker& asker, const SimilarAsk& asked);

// Of a text, for whoever fills in the public's form: only what is everybody's (calls_policies.h),
// and of it what came in under calls that ask the public; of whom, nobody is told. Among the likest
// alone, whatever is seen of them: what a stranger may ask for costs no more than that.
inline constexpr std::size_t most_similar_publicly = 5;
inline constexpr std::size_t most_looked_at_publicly = 100;
PublicSimilarList similar_for_everybody(
    services::Services& services, db::Tx& tx, const std::string& text);

} // namespace xieshang::calls
