// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who still waits for his answer when a plan is issued or its year is closed: 每条建议都有答复.
// Nothing is unanswered that was rejected, passed on, merged, withdrawn or put in reserve. Only
// reads.
#pragma once

#include "features/calls/suggestion_store.h"

namespace xieshang::calls {

inline constexpr std::size_t most_unanswered = 100; // that are listed

// Under the published calls of that year, in the order in which they came in: what nobody screened,
// what was screened and answered no further, and what a list took that is no topic of an approved
// or issued plan.
std::vector<Suggestion> unanswered_of_year(db::Tx& tx, std::int64_t year);

} // namespace xieshang::calls
