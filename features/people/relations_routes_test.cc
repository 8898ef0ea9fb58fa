// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the relation to a person shows of the person: own body, other body, other term.
#include "features/people/people_desk_test.h"

#include <algorithm>

namespace xieshang::people {
namespace {

using members::Role;

class Relations : public PeopleDesk {
protected:
    void SetUp() override
    {
        PeopleDesk::SetUp();
        if (!IsSkipped()) {
            head_ = register_person(services(), office, {{"周召集"}}).value();
        }
    }
    Tenure seat(const RegisteredPerson& person, const Organisation& body, Period period = since())
    {
        const auto post = add_post(services(), office, {body.id, "负责人"}).value();
        return begin_tenure(services(), office, {post.id, person.id, std::move(period)}).value();
    }
    static Period since() { return {"1950-01-01", {}}; }
    // Whether somebody of that role, who is the head, sees what kind of person Wang is.
    bool sees(Role role)
    {
        const auto seen = get(actor(role, head_.id.text), person());
        EXPECT_EQ(seen.status, 200) << seen.text;
        EXPECT_TRUE(seen.has("memberships")) << seen.text;
        EXPECT_FALSE(seen.has("contacts")) << seen.text;
        const bool leads = role == Role::chairperson || role == Role::secretary_general;
        EXPECT_EQ(get(actor(role, head_.id.text), person("/history")).status,
            leads && seen.has("birth_month") ? 200 : 404);
        return seen.has("birth_month");
    }
    void next_term_without_anybody()
    {
        ASSERT_TRUE(re_elect(services(), office, {2, {"1955-01-01", {}}}, {}));
    }

    RegisteredPerson head_;
};
ON_EVERY_DATABASE(Relations);

TEST_P(Relations, ShowAConvenorTheMembersOfTheSectorThatHeConvenes)
{
    const auto membership = member(wang_);
    EXPECT_FALSE(sees(Role::convenor));
    member(head_);
    EXPECT_FALSE(sees(Role::convenor)) << "to be a member of the sector makes nobody its head";
    const auto tenure = seat(head_, sector_);
    EXPECT_TRUE(sees(Role::convenor));
    EXPECT_FALSE(sees(Role::member)) << "a post alone shows nothing";
    ASSERT_TRUE(take_membership_step(services(), office,
        {membership.id, 2, MembershipAction::move, "调整", other_sector_.id, {}}));
    EXPECT_FALSE(sees(Role::convenor)) << "the member is of another sector now";
    ASSERT_TRUE(take_membership_step(
        services(), office, {membership.id, 3, MembershipAction::move, "调整", sector_.id, {}}));
    EXPECT_TRUE(sees(Role::convenor));
    ASSERT_TRUE(end_tenure(services(), office, tenure.id, 1, "1960-12-31"));
    EXPECT_FALSE(sees(Role::convenor)) << "who held the post before";
}

TEST_P(Relations, ShowHeadsThePeopleOfTheirBodiesByPostAndByGroup)
{
    const auto department = body(OrganisationKind::department, "d-1");
    const auto group = body(OrganisationKind::sub_district, "g-1");
    seat(head_, department);
    EXPECT_FALSE(sees(Role::department_leader));
    seat(wang_, department);
    EXPECT_TRUE(sees(Role::department_leader));
    EXPECT_FALSE(sees(Role::department_handler));
    ASSERT_TRUE(invite_member(services(), office, {term_.id, {head_.id, sector_.id, {}, false}}));
    const auto li = register_person(services(), office, {{"李强"}}).value();
    wang_ = li;
    const auto invited =
        invite_member(services(), office, {term_.id, {li.id, sector_.id, group.id, false}}).value();
    seat(head_, group);
    EXPECT_FALSE(sees(Role::sub_district)) << "not yet confirmed";
    ASSERT_TRUE(
        take_membership_step(services(), office, {invited.id, 1, MembershipAction::confirm}));
    EXPECT_TRUE(get(actor(Role::sub_district, head_.id.text), person()).has("sex"));
}

TEST_P(Relations, MakeNoBodyOfTheWholeAssembly)
{
    seat(head_, committee_);
    seat(wang_, committee_);
    EXPECT_FALSE(sees(Role::convenor));
    EXPECT_FALSE(sees(Role::special_committee));
    EXPECT_TRUE(sees(Role::chairperson));
}

TEST_P(Relations, LeaveOfWhoWasAMemberInAnotherTermOnlyWhatIsPublic)
{
    const auto membership = member(wang_);
    seat(head_, sector_);
    EXPECT_TRUE(sees(Role::chairperson));
    EXPECT_TRUE(sees(Role::convenor));
    next_term_without_anybody();
    EXPECT_FALSE(sees(Role::chairperson));
    EXPECT_FALSE(sees(Role::convenor));
    EXPECT_FALSE(sees(Role::secretary_general));
    const auto chair = actor(Role::chairperson);
    const auto steps = "/api/memberships/" + membership.id.text;
    EXPECT_EQ(get(chair, steps).status, 200);
    EXPECT_FALSE(get(chair, steps).has("actions"));
    EXPECT_EQ(get(chair, steps + "/steps").status, 404);
    EXPECT_TRUE(get(office, person()).has("birth_month"));
    EXPECT_TRUE(get(actor(Role::member, wang_.id.text), person()).has("birth_month"));
    seat(wang_, committee_);
    EXPECT_TRUE(sees(Role::chairperson)) << "who serves the assembly otherwise is still with it";
}

TEST_P(Relations, KnowOneWhoLeftInThisTermAsOfThisTerm)
{
    const auto membership = member(wang_);
    ASSERT_TRUE(take_membership_step(
        services(), office, {membership.id, 2, MembershipAction::leave, "辞去"}));
    EXPECT_TRUE(sees(Role::chairperson));
}

TEST_P(Relations, AreTheSameFromTheSideOfTheBody)
{
    const auto group = body(OrganisationKind::sub_district, "g-1");
    const auto invited =
        invite_member(services(), office, {term_.id, {wang_.id, sector_.id, group.id, false}});
    const auto tenure = seat(head_, sector_);
    const auto today = day_of(clock.now());
    const auto acting = [&](const Organisation& one) {
        return db().read([&](db::Tx& tx) {
            auto found = acting_for(tx, one.id, today);
            for (const auto& person : {wang_.id, head_.id}) {
                const auto bodies = standing_of(tx, person, today).bodies;
                EXPECT_EQ(std::count(found.begin(), found.end(), person),
                    std::count(bodies.begin(), bodies.end(), one.id.text));
            }
            return found;
        });
    };
    EXPECT_THAT(acting(sector_), testing::ElementsAre(head_.id)) << "he is not yet confirmed";
    ASSERT_TRUE(
        take_membership_step(services(), office, {invited->id, 1, MembershipAction::confirm}));
    EXPECT_THAT(acting(sector_), testing::UnorderedElementsAre(head_.id, wang_.id));
    EXPECT_THAT(acting(group), testing::ElementsAre(wang_.id));
    EXPECT_THAT(acting(other_sector_), testing::IsEmpty());
    ASSERT_TRUE(end_tenure(services(), office, tenure.id, 1, "1960-12-31"));
    EXPECT_THAT(acting(sector_), testing::ElementsAre(wang_.id));
    next_term_without_anybody();
    EXPECT_THAT(acting(sector_), testing::IsEmpty());
}

} // namespace
} // namespace xieshang::people
