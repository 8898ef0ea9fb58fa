// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The issue 印发 of a plan: the day that its document bears. It may be recorded later, so it is
// asked for; amendments are decided on from that day. Days are calendar days in the committee's
// zone, ISO 8601. Pure.
#pragma once

#include "features/plan/review.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

struct IssueDays {
    std::string approved_on; // by the party committee, which decides before it; empty: not known
    std::string today;
};

// Of the last round's reviews.
std::string approved_on(const std::vector<Review>& round);

// The day as it is kept; none was asked for: today. Refuses at /issued_on with period.not_a_day,
// plan.issue_to_come or plan.issued_before_decision {approved_on} (422).
base::Result<std::string> sound_issue(
    const std::optional<std::string>& asked, const IssueDays& days);

} // namespace xieshang::plan
