// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A register with a sector and a term, for store tests on both databases.
#pragma once

#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "tests/support/databases.h"

namespace xieshang::people {

class RegisterDesk : public tests::OnEveryDatabase {
protected:
    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    template <class IdType>
    IdType new_id()
    {
        return {base::uuid_v7({++made_}, random_)};
    }

    RegisteredPerson add_person(PersonWords words)
    {
        RegisteredPerson person{new_id<PersonId>(), std::move(words), true, 1, {7}};
        transact([&](db::Tx& tx) { insert_registered_person(tx, person); });
        return person;
    }

    Organisation add_organisation(OrganisationKind kind, std::string code)
    {
        Organisation organisation{new_id<OrganisationId>(),
            {kind, "名称" + code, code, code, {}, {"2016-12-28", {}}}, true, 1, {7}};
        transact([&](db::Tx& tx) { EXPECT_TRUE(insert_organisation(tx, organisation)); });
        return organisation;
    }

    Term add_term(std::int64_t number, Period period)
    {
        Term term{new_id<TermId>(), number, std::move(period), 1, {7}};
        transact([&](db::Tx& tx) { insert_term(tx, term); });
        return term;
    }

    Membership add_membership(const Term& term, const RegisteredPerson& person,
        const Organisation& sector, MembershipState state = MembershipState::active)
    {
        Membership membership{
            new_id<MembershipId>(), term.id, person.id, sector.id, {}, state, 1, {7}};
        transact([&](db::Tx& tx) { insert_membership(tx, membership); });
        return membership;
    }

private:
    std::int64_t made_ = 0;
    base::SeededRandom random_{13};
};

} // namespace xieshang::people
