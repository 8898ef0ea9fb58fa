// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/register_desk_test.h"

namespace xieshang::people {
namespace {

using xieshang::db::Tx;

class PeopleStore : public RegisterDesk {};
ON_EVERY_DATABASE(PeopleStore);

TEST_P(PeopleStore, GivesEveryWordOfAPersonBack)
{
    auto person = add_person(
        {"𠮷田·艾力", {"张伟", "张维"}, Sex::female, "1971-04", "维吾尔族", "民建", "研究生"});
    const auto kept = [&] {
        return db().read([&](Tx& tx) { return find_registered_person(tx, person.id); });
    };
    EXPECT_EQ(kept()->words, person.words);
    EXPECT_TRUE(kept()->invented);
    person.words = {"艾力"};
    person.version = 2;
    transact([&](Tx& tx) { EXPECT_TRUE(update_registered_person(tx, person, 1)); });
    EXPECT_EQ(kept()->words, person.words);
    transact([&](Tx& tx) {
        EXPECT_EQ(update_registered_person(tx, person, 1).error().code, "people.stale");
        EXPECT_EQ(find_registered_person(tx, {"nobody"}).error().code, "people.not_found");
    });
}

TEST_P(PeopleStore, KeepsACodeOnce)
{
    const auto first = add_organisation(OrganisationKind::department, "d-1");
    auto second = add_organisation(OrganisationKind::department, "d-2");
    second.words.parent_id = first.id;
    second.words.valid.until = "2020-01-01";
    second.version = 2;
    transact([&](Tx& tx) {
        EXPECT_TRUE(update_organisation(tx, second, 1));
        EXPECT_EQ(find_organisation(tx, second.id)->words, second.words);
        second.words.code = "d-1";
        const auto refused = update_organisation(tx, second, 2);
        EXPECT_EQ(refused.error().fields.at(0).code, "organisation.code_taken");
        EXPECT_EQ(insert_organisation(tx, {{"x"}, second.words, false, 1, {}}).error().code,
            "organisation.invalid");
        EXPECT_EQ(all_organisations(tx).size(), 2U);
    });
}

TEST_P(PeopleStore, KeepsAMembershipWithItsSteps)
{
    const auto term = add_term(2, {"2021-12-20", {}});
    const auto sector = add_organisation(OrganisationKind::sector, "s-1");
    const auto person = add_person({"王芳"});
    auto membership = add_membership(term, person, sector);
    membership.state = MembershipState::suspended;
    membership.version = 2;
    const KeptMembershipStep step{2, {9}, "id", "张三", MembershipAction::suspend,
        MembershipState::active, MembershipState::suspended, "立案审查", "2022-03-14",
        sector.id.text, sector.id.text};
    transact([&](Tx& tx) {
        EXPECT_TRUE(update_membership(tx, membership, 1));
        insert_membership_steps(tx, {{membership.id, step}});
        EXPECT_EQ(update_membership(tx, membership, 1).error().code, "membership.stale");
    });
    const auto kept = db().read([&](Tx& tx) { return memberships_of(tx, person.id); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].state, MembershipState::suspended);
    EXPECT_EQ(db().read([&](Tx& tx) { return steps_of(tx, membership.id); }),
        std::vector<KeptMembershipStep>{step});
}

TEST_P(PeopleStore, KeepsOneMembershipOfAPersonInATerm)
{
    const auto term = add_term(2, {"2021-12-20", {}});
    const auto sector = add_organisation(OrganisationKind::sector, "s-1");
    const auto person = add_person({"王芳"});
    auto membership = add_membership(term, person, sector);
    membership.id = {"another"};
    EXPECT_THROW(db().write([&](Tx& tx) {
        insert_membership(tx, membership);
        return true;
    }),
        db::ConstraintFailure);
}

TEST_P(PeopleStore, SaysForWhichBodiesSomebodyActsOnADay)
{
    const auto body = add_organisation(OrganisationKind::special_committee, "c-1");
    const auto person = add_person({"王芳"});
    const Post post{new_id<PostId>(), body.id, "主任", true, 1, {7}};
    Tenure tenure{new_id<TenureId>(), post.id, person.id, {"2022-01-05", {}}, 1, {7}};
    const auto bodies = [&](std::string_view day) {
        return db().read([&](Tx& tx) { return bodies_on(tx, person.id, day); });
    };
    transact([&](Tx& tx) {
        insert_post(tx, post);
        insert_tenure(tx, tenure);
    });
    EXPECT_EQ(bodies("2030-01-01"), std::vector<std::string>{body.id.text});
    tenure.period.until = "2022-01-31";
    tenure.version = 2;
    transact([&](Tx& tx) { EXPECT_TRUE(update_tenure(tx, tenure, 1)); });
    EXPECT_TRUE(bodies("2022-01-04").empty());
    EXPECT_EQ(bodies("2022-01-31"), std::vector<std::string>{body.id.text});
    EXPECT_TRUE(bodies("2022-02-01").empty());
    transact([&](Tx& tx) {
        EXPECT_EQ(update_tenure(tx, tenure, 1).error().code, "tenure.stale");
        EXPECT_EQ(tenures_of_post(tx, post.id).at(0).period, tenure.period);
        EXPECT_EQ(tenures_of_person(tx, person.id).size(), 1U);
        EXPECT_EQ(posts_of(tx, body.id).at(0).title, "主任");
        EXPECT_EQ(find_post(tx, {"none"}).error().code, "post.not_found");
    });
}

} // namespace
} // namespace xieshang::people
