// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/standing_relation_actions.h"

#include "features/people/membership_actions.h"
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"

#include <algorithm>

namespace xieshang::people {
namespace {

bool is_headed(db::Tx& tx, const std::string& body)
{
    const auto organisation = find_organisation(tx, OrganisationId{body});
    return organisation && has_people(organisation->words.kind);
}

} // namespace

base::Relation relation_on(
    db::Tx& tx, const base::Actor& actor, const PersonId& person, std::string_view day)
{
    if (policies::relation_to(actor, person.text) == base::Relation::own) {
        return base::Relation::own;
    }
    const auto theirs = standing_of(tx, person, day).bodies; // sorted
    for (const auto& body : bodies_on(tx, PersonId{actor.id}, day)) {
        if (std::binary_search(theirs.begin(), theirs.end(), body) && is_headed(tx, body)) {
            return base::Relation::same_body;
        }
    }
    return theirs.empty() && is_of_other_term(memberships_of(tx, person), all_terms(tx), day)
        ? base::Relation::other_term
        : base::Relation::other_body;
}

} // namespace xieshang::people
