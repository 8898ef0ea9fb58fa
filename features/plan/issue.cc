// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/issue.h"

#include "features/people/period.h"

#include <algorithm>

namespace xieshang::plan {

std::string approved_on(const std::vector<Review>& round)
{
    std::string last;
    for (const auto& review : round) {
        if (review.stage == PlanState::party_committee_review
            && review.verdict == Verdict::agreed) {
            last = std::max(last, review.words.decided_on);
        }
    }
    return last;
}

base::Result<std::string> sound_issue(
    const std::optional<std::string>& asked, const IssueDays& days)
{
    const auto wrong = [](const char* code, base::Params params = {}) {
        return tl::unexpected(
            base::Error{base::Trouble::refused, code, params, {{"/issued_on", code, params}}});
    };
    auto day = asked.value_or("");
    if (day.empty()) {
        return days.today;
    }
    if (!people::is_day(day)) {
        return wrong("period.not_a_day");
    }
    if (day > days.today) {
        return wrong("plan.issue_to_come");
    }
    if (day < days.approved_on) {
        return wrong("plan.issued_before_decision", {{"approved_on", days.approved_on}});
    }
    return day;
}

} // namespace xieshang::plan
