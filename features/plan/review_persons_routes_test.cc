// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who reviews is data: several persons of a body, in their turn, of a round that keeps its own.
#include "features/plan/review_desk_test.h"

#include "features/behalf/behalf_actions.h"
#include "features/members/member_store.h"
#include "features/people/registered_person_store.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ReviewPersons : public ReviewHouse {
protected:
    static settings::SettingItem row(
        const std::string& role, std::int64_t turn = 1, std::int64_t count = 1)
    {
        return {.id = role, .turn = turn, .count = count};
    }

    std::string person(const std::string& name)
    {
        people::RegisteredPerson one{
            base::new_id<members::PersonId>(clock, random), {.name = name}, true, 1, {7}};
        EXPECT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            people::insert_registered_person(tx, one);
            return 0;
        }));
        return one.id.text;
    }

    // Somebody of the register who can sign in, too; his id.
    std::string with_account(const std::string& id, const std::string& name, members::Role role)
    {
        EXPECT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            people::insert_registered_person(
                tx, {members::PersonId{id}, {.name = name}, true, 1, {7}});
            members::insert_person(tx,
                {members::PersonId{id}, "login " + id, name, members::bit(role), {}, false,
                    members::PersonState::active, 1, {7}});
            return 0;
        }));
        return id;
    }

    // The paper on which somebody of a body agreed, as this clerk handed it in.
    std::string paper(const base::Actor& clerk)
    {
        auto services = this->services();
        const auto file = behalf::keep_scan_file(services, "%PDF-1.7\n%%EOF\n", "同意.pdf");
        const auto scan = behalf::keep_scan(services, clerk, *file);
        return R"(,"behalf":{"scan_id":")" + scan->id.text
            + R"(","paper_day":"2022-03-14","organisation_id":null})";
    }
    std::string of(const std::string& person_id) { return R"(,"person_id":")" + person_id + "\""; }

    base::Actor wang{"p1", "王小协", members::bit(members::Role::office)};
    base::Actor zhao{"p3", "赵小议", members::bit(members::Role::office)};

private:
    base::SystemRandom random;
};
ON_EVERY_DATABASE(ReviewPersons);

TEST_P(ReviewPersons, CountOnceWhoAgreedAlready)
{
    set_reviewers("chairpersons_reviewers", {row("chairperson", 1, 2)});
    agree_in_the_offices();
    ASSERT_EQ(take("chairperson", "concur", met()).status, 201);
    EXPECT_THAT(actions("chairperson"), HasSubstr(R"("action":"concur","refusal":"It is not)"));
    EXPECT_EQ(take("chairperson", "concur", met()).code(), "plan.not_due");
    EXPECT_EQ(
        take("chairperson", "pass", met() + R"(,"reviewer":"chairperson")").code(), "plan.not_due");
    EXPECT_EQ(state(), "chairpersons_review");
    EXPECT_THAT(actions("chairperson 2"), HasSubstr(R"("action":"pass","refusal":null)"));
    EXPECT_EQ(take("chairperson 2", "pass", met()).status, 201);
    EXPECT_EQ(state(), "party_committee_review");
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(ReviewPersons, CountForWhomTheOfficeRecordedItAndNotWhoDid)
{
    set_reviewers("chairpersons_reviewers", {row("chairperson", 1, 2)});
    agree_in_the_offices();
    const auto li = person("李副主席");
    const auto sun = person("孙副主席");
    EXPECT_THAT(actions("office"), HasSubstr(R"("names_person":true)"));
    EXPECT_EQ(field(take("office", "concur", met() + paper(wang))), "/person_id plan.name_person");
    EXPECT_EQ(field(take("office", "concur",
                  met() + paper(wang) + of("0190d6c3-0000-7000-8000-000000000000"))),
        "/person_id plan.no_such_person");
    ASSERT_EQ(take("office", "concur", met() + paper(wang) + of(li)).status, 201);
    EXPECT_EQ(take("colleague", "concur", met() + paper(zhao) + of(li)).code(), "plan.not_due")
        << "another clerk with the same paper";
    EXPECT_EQ(state(), "chairpersons_review");
    ASSERT_EQ(take("office", "concur", met() + paper(wang) + of(sun)).status, 201)
        << "the same clerk for another";
    EXPECT_EQ(state(), "party_committee_review");
    const auto items = send(http::Method::get, path() + "/steps", "reader").body.at("items");
    EXPECT_EQ(items.as_array().back().at("review").at("for_name"), "孙副主席");
    EXPECT_THAT(content_of_newest("plan.pass"), HasSubstr(sun));
    EXPECT_THAT(audit(), IsEmpty());
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE plan_review SET for_id = $1 WHERE for_id = $2", li, sun);
        return true;
    });
    ASSERT_EQ(audit().size(), 1U);
    EXPECT_EQ(audit()[0].table, "plan_review");
}

TEST_P(ReviewPersons, AskForNoPersonWhereABodyDecidesOrWhoActsIsThere)
{
    agree_in_the_offices();
    EXPECT_THAT(actions("office"), Not(HasSubstr(R"("names_person":true)")));
    EXPECT_EQ(field(take("chairperson", "pass", met() + of(person("李副主席")))),
        "/person_id plan.person_not_needed");
    EXPECT_EQ(take("office", "pass", met() + paper(wang)).status, 201);
    EXPECT_EQ(state(), "party_committee_review");
}

TEST_P(ReviewPersons, WaitForNobodyForeverWhereOneHasAnAccountAndTheOtherNone)
{
    set_reviewers("party_committee_reviewers", {row("party_committee", 1, 2)});
    const std::string own_id = "0190d6c3-0000-7000-8000-000000000001";
    with_account(own_id, "钱常委", members::Role::party_committee);
    agree_in_the_offices();
    ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
    ASSERT_EQ(take("party_committee", "concur", met()).status, 201);
    const auto zheng = person("郑常委");
    EXPECT_THAT(actions("office"), HasSubstr(R"("behalf":"party_committee")"));
    EXPECT_EQ(field(take("office", "approve", met() + paper(wang))), "/person_id plan.name_person");
    EXPECT_EQ(field(take("office", "approve", met() + paper(wang) + of(own_id))),
        "/person_id plan.person_acts_himself");
    EXPECT_EQ(state(), "party_committee_review");
    const auto approved = take("office", "approve", met() + paper(wang) + of(zheng));
    ASSERT_EQ(approved.status, 201) << approved.text;
    EXPECT_EQ(state(), "approved");
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(ReviewPersons, LeaveToItselfABodyThatDecidesAsOne)
{
    with_account("0190d6c3-0000-7000-8000-000000000001", "钱常委", members::Role::party_committee);
    agree_in_the_offices();
    ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
    EXPECT_THAT(actions("office"), Not(HasSubstr(R"("behalf":"party_committee")")));
    EXPECT_EQ(take("office", "approve", met() + paper(wang) + of(person("郑常委"))).code(),
        "behalf.body_acts_itself");
}

TEST_P(ReviewPersons, LetAClerkRecordForAColleagueWithoutAnAccount)
{
    set_reviewers("three_offices_reviewers", {row("office", 1, 2)});
    with_account("p1", "王小协", members::Role::office);
    ASSERT_EQ(take("office", "submit").status, 201);
    ASSERT_EQ(take("office", "concur", R"(,"reviewer":"office")").status, 201);
    EXPECT_THAT(actions("office"), HasSubstr(R"("behalf":"office","reviewer":"office")"));
    EXPECT_EQ(take("office", "concur", R"(,"reviewer":"office")").code(), "plan.not_due");
    const auto feng = person("冯秘书");
    const auto passed = take("office", "pass", R"(,"reviewer":"office")" + paper(wang) + of(feng));
    ASSERT_EQ(passed.status, 201) << passed.text;
    EXPECT_EQ(state(), "chairpersons_review");
    const auto items = send(http::Method::get, path() + "/steps", "reader").body.at("items");
    EXPECT_EQ(items.as_array().back().at("review").at("for_name"), "冯秘书");
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(ReviewPersons, KeepTheReviewersOfARoundThatRuns)
{
    ASSERT_EQ(take("office", "submit").status, 201);
    ASSERT_EQ(take("party_office", "concur").status, 201);
    ASSERT_EQ(take("government_office", "concur").status, 201);
    set_reviewers("three_offices_reviewers", {row("party_office"), row("government_office")});
    EXPECT_EQ(state(), "three_office_review");
    ASSERT_EQ(take("office", "pass").status, 201) << "who was due when the round began still is";
    EXPECT_EQ(state(), "chairpersons_review");
    ASSERT_EQ(take("chairperson", "send_back").status, 201);
    ASSERT_EQ(take("office", "submit").status, 201);
    ASSERT_EQ(take("party_office", "concur").status, 201);
    ASSERT_EQ(take("government_office", "pass").status, 201) << "the next round is as it is set";
    EXPECT_EQ(state(), "chairpersons_review");
    EXPECT_THAT(audit(), IsEmpty());
    db().write([&](db::Tx& tx) {
        tx.execute(
            "UPDATE plan_reviewer SET how_many = 2 WHERE round = 2 AND role = 'chairperson'");
        return true;
    });
    ASSERT_EQ(audit().size(), 1U);
    EXPECT_EQ(audit()[0].table, "plan_reviewer");
}

} // namespace
} // namespace xieshang::plan
