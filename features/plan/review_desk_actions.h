// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the rules of a review look at, of one plan and one person: who reviews in the round that
// runs, who agreed, whose turn it is. In the transaction of the step.
#pragma once

#include "features/plan/review_actions.h"

#include <string>
#include <vector>

namespace xieshang::plan {

bool holds(const base::Actor& actor, members::Role role);

// What agreeing last leads to at that stage.
PlanAction consent_of(PlanState stage);

// Who reviews in the round that begins now, as the settings say.
ReviewChain next_chain(db::Tx& tx);

class ReviewDesk {
public:
    using Roles = std::vector<members::Role>;

    ReviewDesk(
        services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor);

    PlanFacts facts() const;
    PlanFacts facts_of(members::Role role, const std::string& person) const;
    // Each by its title and where it stands, for who would close the year.
    std::vector<base::FieldTrouble> open_topics() const;

    Roles due() const;
    Roles due_still() const; // without those as whom the actor agreed already
    Roles reviewers() const; // of the stage; an approved plan goes back by the party committee
    std::int64_t round() const { return number_; }
    std::string before() const; // the day of the stage before (review.h)
    bool counts(members::Role role) const;
    PlanAction agreeing(members::Role role, const std::string& person) const;

    // To take it himself, or for whom the office may record it.
    PlanOffer offer(PlanAction action, members::Role role) const;
    PlanOffer consent(members::Role role) const;

private:
    services::Services& services_;
    db::Tx& tx_;
    const Plan& plan_;
    const base::Actor& actor_;
    std::int64_t number_;
    ReviewChain chain_;
    std::vector<Review> round_;
};

} // namespace xieshang::plan
