// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/tenure_correction.h"

#include "features/people/short_text.h"

namespace xieshang::people {
namespace {

base::Result<void> says_why(const std::string& reason)
{
    if (!is_said(reason)) {
        return tl::unexpected(base::Error{
            base::Trouble::refused, "tenure.no_reason", {}, {{"/reason", "tenure.no_reason", {}}}});
    }
    return {};
}

} // namespace

base::Result<void> still_counts(const Tenure& tenure)
{
    if (tenure.withdrawn) {
        return base::trouble(base::Trouble::conflict, "tenure.withdrawn");
    }
    return {};
}

base::Result<Tenure> corrected(Tenure tenure, const TenureChange& change)
{
    CHECK(still_counts(tenure));
    CHECK(says_why(change.reason));
    const auto before = tenure.period;
    tenure.period = changed(std::move(tenure.period), {change.from, change.until});
    CHECK(acceptable(tenure.period));
    if (tenure.period == before) {
        return base::refuse("tenure.not_changed");
    }
    return tenure;
}

base::Result<Tenure> withdrawn(Tenure tenure, Withdrawal withdrawal)
{
    CHECK(still_counts(tenure));
    CHECK(says_why(withdrawal.reason));
    tenure.withdrawn = std::move(withdrawal);
    return tenure;
}

base::Result<void> is_open(
    const Post& post, const Period& days, const std::vector<Term>& terms, std::string_view today)
{
    for (const auto& term : terms) {
        if (post.term_bound && is_closed(term, today) && overlap(term.period, days)) {
            return base::trouble(base::Trouble::conflict, "tenure.term_closed",
                {{"number", std::to_string(term.number)}, {"until", *term.period.until}});
        }
    }
    return {};
}

} // namespace xieshang::people
