// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/proposer_actions.h"

#include "features/calls/topic_call_actions.h"
#include "features/members/member_store.h"
#include "features/members/policies.h"
#include "features/people/membership_actions.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

// As he would be if he signed in now; nothing: he cannot, or takes no part in the assembly's work.
std::optional<base::Actor> signed_in(
    db::Tx& tx, const people::PersonId& id, const std::string& today)
{
    const auto account = members::person_of(tx, id);
    if (!account || account->state != members::PersonState::active
        || (account->roles & members::everybody.roles()) == 0) {
        return std::nullopt;
    }
    auto standing = people::standing_of(tx, id, today);
    const auto dormant = members::dormant_roles(account->roles, standing.membership);
    return base::Actor{id.text, account->name, account->roles & ~dormant, standing.membership,
        dormant, std::move(standing.bodies)};
}

} // namespace

bool acts_itself(services::Services& services, db::Tx& tx, const Suggestion& suggestion)
{
    if (suggestion.channel != SuggestionChannel::paper) {
        return suggestion.channel == SuggestionChannel::own;
    }
    const auto today = people::day_of(services.clock.now());
    std::vector<people::PersonId> known;
    if (!suggestion.body_id.empty()) {
        known = people::acting_for(tx, {suggestion.body_id}, today);
    }
    if (!suggestion.for_id.empty()) {
        known.push_back({suggestion.for_id});
    }
    return std::any_of(known.begin(), known.end(), [&](const people::PersonId& id) {
        const auto actor = signed_in(tx, id, today);
        return actor && is_own(suggestion, id.text, belongings(tx, *actor));
    });
}

} // namespace xieshang::calls
