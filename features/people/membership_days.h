// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The day from which a step of a membership holds. It is kept with the step, beside the instant at
// which somebody took it. Pure.
#pragma once

#include "features/people/membership.h"

namespace xieshang::people {

struct StepDay {
    std::optional<std::string> asked{}; // none: today; of a term that is over, as early as may be
    std::string before{};               // of the step before it; empty: there is none
    std::string today;
};

// A step holds from a day that has come, within the term once that has begun, and not before the
// step before it. Refuses with membership.invalid (422, /day): period.not_a_day,
// membership.day_to_come with {last}, membership.day_too_early with {first}.
base::Result<std::string> day_of_step(const Term& term, const StepDay& step);

// Refuses with membership.term_closed (409, {number, until}): nothing of a membership changes when
// its term is closed.
base::Result<void> still_open(const Term& term, std::string_view today);

} // namespace xieshang::people
