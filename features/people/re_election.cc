// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/re_election.h"

#include <algorithm>
#include <set>

namespace xieshang::people {
namespace {

base::Result<void> distinct(const std::vector<Named>& named)
{
    base::Error twice{base::Trouble::refused, "re_election.named_twice", {}, {}};
    std::set<PersonId> seen;
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (!seen.insert(named[i].person_id).second) {
            twice.fields.push_back(
                {"/named/" + std::to_string(i) + "/person_id", "re_election.named_before", {}});
        }
    }
    if (!twice.fields.empty()) {
        return tl::unexpected(std::move(twice));
    }
    return {};
}

Membership membership_of(const Named& named, const TermId& term)
{
    return {.id = {},
        .term_id = term,
        .person_id = named.person_id,
        .sector_id = named.sector_id,
        .group_id = named.group_id,
        .state = named.confirmed ? MembershipState::active : MembershipState::invited,
        .version = {},
        .updated_at = {}};
}

} // namespace

base::Result<ReElection> re_election(
    const std::vector<Term>& terms, const Term& next, const std::vector<Named>& named)
{
    CHECK(fits_among(next, {})); // its own words first: a last day is reckoned from them
    CHECK(distinct(named));
    const auto last_day = day_before(next.period.from);
    const auto* running = term_on(terms, last_day);
    if (running == nullptr) {
        return base::refuse("term.none_to_close", {{"day", last_day}});
    }
    ReElection result{*running, next, {}, {}};
    result.closed.period.until = last_day;
    auto others = terms;
    others[static_cast<std::size_t>(running - terms.data())] = result.closed;
    CHECK(fits_among(next, others));
    for (const auto& one : named) {
        result.memberships.push_back(membership_of(one, next.id));
    }
    return result;
}

} // namespace xieshang::people
