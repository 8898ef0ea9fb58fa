// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whom a draft that is round goes to, too.
#include "features/draft_opinions/opinion_audit_actions.h"
#include "features/draft_opinions/opinions_world_test.h"
#include "features/draft_opinions/request_page_actions.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace xieshang::draft_opinions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class LaterRecipients : public OpinionsWorld {
protected:
    void SetUp() override
    {
        OpinionsWorld::SetUp();
        if (!IsSkipped()) {
            planning = body(people::OrganisationKind::department, "d-2");
            planner = people::actor(members::Role::department_handler, "planner");
            planner.bodies = {planning.id.text};
        }
    }
    base::Result<OpinionRequest> add(const std::vector<RecipientChoice>& whom,
        std::int64_t version = 1, const base::Actor* by = nullptr)
    {
        return take_request_step(services(), by == nullptr ? clerk : *by, request.id, version,
            {OpinionRequestAction::add, "", {}, whom});
    }
    RecipientChoice the_planners() const { return {RecipientKind::body, planning.id.text}; }
    RecipientChoice the_bureau() const { return {RecipientKind::body, bureau.id.text}; }
    static std::string first_field_of(const base::Result<OpinionRequest>& refused)
    {
        const auto& field = refused.error().fields.at(0);
        return field.pointer + " " + field.code;
    }
    std::vector<std::string> names()
    {
        std::vector<std::string> all;
        for (const auto& one : page().recipients) {
            all.push_back(one.name);
        }
        return all;
    }
    OpinionRequestView page()
    {
        return request_page(services(), {clerk, policies::see_request}, request.id).value();
    }
    std::vector<record::Misfit> audited()
    {
        return db().read([&](db::Tx& tx) { return audit_request(tx, request.id.text); });
    }

    people::Organisation planning;
    base::Actor planner;
};
ON_EVERY_DATABASE(LaterRecipients);

TEST_P(LaterRecipients, SaySomethingAsTheOthersDo)
{
    EXPECT_EQ(code(say(planner, change("p:1.1", "新"))), "opinion_request.not_found");
    ASSERT_TRUE(add({the_planners()}));
    EXPECT_THAT(names(), ElementsAre(bureau.words.name, "王芳", planning.words.name));
    EXPECT_EQ(page().progress->recipients, 3);
    EXPECT_EQ(code(say(planner, change("p:1.1", "新"))), "");
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_P(LaterRecipients, StandInTheHistoryWithWhoAddedThem)
{
    ASSERT_TRUE(add({the_planners()}, 1, &other_clerk));
    const auto steps = page().steps;
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_THAT(steps[0].added, IsEmpty());
    EXPECT_EQ(steps[1].action, OpinionRequestAction::add);
    EXPECT_EQ(steps[1].by_name, other_clerk.name);
    EXPECT_THAT(steps[1].added, ElementsAre(planning.words.name));
}

TEST_P(LaterRecipients, AreRefusedWhereTheyHaveItAlready)
{
    EXPECT_EQ(first_field_of(add({the_planners(), the_bureau()})),
        "/recipients/1 opinion_request.there_already");
    EXPECT_EQ(first_field_of(add({{RecipientKind::person, wang.id}})),
        "/recipients/0 opinion_request.there_already");
    EXPECT_EQ(first_field_of(add({})), "/recipients opinion_request.nobody");
    EXPECT_EQ(
        first_field_of(add({the_planners(), the_planners()})), "/recipients opinion_request.twice");
    EXPECT_EQ(
        first_field_of(add({{RecipientKind::person, "00000000-0000-4000-8000-000000000000"}})),
        "/recipients/0 opinion_request.no_such_recipient");
    EXPECT_THAT(names(), ElementsAre(bureau.words.name, "王芳")) << "nobody was added by halves";
    EXPECT_EQ(page().recipients[0].subject_id, bureau.id.text) << "whom a form leaves out";
    ASSERT_TRUE(add({the_planners()}));
    EXPECT_EQ(
        first_field_of(add({the_planners()}, 2)), "/recipients/0 opinion_request.there_already");
}

TEST_P(LaterRecipients, AreAddedByTheOfficeWhileItRunsAndThePlanIsADraft)
{
    EXPECT_EQ(code(add({the_planners()}, 1, &handler)), "workflow.wrong_role");
    EXPECT_EQ(code(add({the_planners()}, 2)), "opinion_request.stale");
    ASSERT_TRUE(plan::take_step(
        services(), clerk, plan_id, 1, {.action = plan::PlanAction::submit, .reason = ""}));
    EXPECT_EQ(code(add({the_planners()})), "opinion_request.not_a_draft");
    clock.advance(21 * day_ms);
    EXPECT_EQ(code(add({the_planners()})), "opinion_request.is_over");
    ASSERT_TRUE(step(OpinionRequestAction::close));
    EXPECT_EQ(code(add({the_planners()}, 2)), "workflow.no_such_step");
}

TEST_P(LaterRecipients, AreAddedOnceByOneOfManyAtATime)
{
    std::vector<std::string> codes(4);
    std::vector<std::thread> clerks;
    for (auto& told : codes) {
        clerks.emplace_back([&] { told = code(add({the_planners()})); });
    }
    for (auto& one : clerks) {
        one.join();
    }
    EXPECT_EQ(std::count(codes.begin(), codes.end(), ""), 1);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "opinion_request.stale"), 3);
    EXPECT_THAT(names(), ElementsAre(bureau.words.name, "王芳", planning.words.name));
}

TEST_P(LaterRecipients, AreCheckedAgainstTheRecord)
{
    ASSERT_TRUE(add({the_planners()}));
    EXPECT_THAT(audited(), IsEmpty());
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE opinion_recipient SET added_in = 1");
        return true;
    });
    ASSERT_EQ(audited().size(), 1U);
    EXPECT_EQ(audited()[0].table, "opinion_recipient");
}

} // namespace
} // namespace xieshang::draft_opinions
