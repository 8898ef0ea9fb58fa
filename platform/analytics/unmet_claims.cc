// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/unmet_claims.h"

#include <algorithm>
#include <optional>

namespace xieshang::analytics {
namespace {

__extension__ using Wide = __int128; // people × slots

// `have`: people who marked the project, by how many projects they have on the list.
std::optional<UnmetClaim> strongest(
    const std::vector<std::uint64_t>& have, Wide people, std::uint64_t slots)
{
    std::optional<UnmetClaim> claim;
    Wide most = 0;
    std::uint64_t fewer = 0; // people who have fewer than `entitled`
    for (std::uint64_t entitled = 1; entitled <= have.size(); ++entitled) {
        fewer += have[entitled - 1];
        const auto beyond = Wide{fewer} * slots - people * entitled;
        if (fewer > 0 && beyond >= 0 && (!claim || beyond > most)) {
            claim = UnmetClaim{0, fewer, entitled};
            most = beyond;
        }
    }
    return claim;
}

} // namespace

std::vector<UnmetClaim> unmet_claims(
    const Ballots& ballots, const Supporters& supporters, const ListedSlots& list)
{
    std::vector<std::size_t> listed_marks(ballots.size());
    std::vector<bool> is_listed(supporters.projects());
    for (const auto project : list.listed) {
        is_listed.at(project) = true;
        for (const auto ballot : supporters.ballots(project)) {
            ++listed_marks[ballot];
        }
    }
    std::vector<UnmetClaim> claims;
    for (std::size_t project = 0; project < supporters.projects(); ++project) {
        if (is_listed[project]) {
            continue;
        }
        std::vector<std::uint64_t> have(list.listed.size() + 1);
        for (const auto ballot : supporters.ballots(project)) {
            have[listed_marks[ballot]] += ballots.people(ballot);
        }
        if (auto claim = strongest(have, ballots.people(), list.slots)) {
            claim->project = project;
            claims.push_back(*claim);
        }
    }
    return claims;
}

} // namespace xieshang::analytics
