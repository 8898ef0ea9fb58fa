// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_desk_test.h"
#include "features/members/member_store.h"

namespace xieshang::calls {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// To what is consented, and by whom: 电梯 of wang is to go into 加装电梯 of li.
class MergeConsents : public CallsDesk {
protected:
    void SetUp() override
    {
        CallsDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        merged_ = {handed_in(wang, "电梯")};
        target_ = {handed_in(li, "加装电梯")};
    }
    MergeId asked(const SuggestionId& merged)
    {
        clock.advance(1000);
        return ask_merge(services(), clerk, merged, {target_, "内容相近"}).value().id;
    }
    boost::json::value shown(const base::Actor& as, const SuggestionId& id)
    {
        const auto seen = see(as, "/api/suggestions/" + id.text);
        return seen.body.at("details").at("merges").as_array().back();
    }
    SuggestionId paper(const std::string& whose, const std::string& constituency)
    {
        const auto entered = send(clerk, here() + "/papers",
            R"({"title":"绿道","problem":"断头","reason":"群众关心","kind":null,"departments":[],)"
            R"("field":null,"serves":"","constituency":")"
                + constituency + R"(",)" + whose + R"(,"paper_day":")" + day_after(0) + R"("})");
        EXPECT_EQ(entered.status, 201) << entered.text;
        return {entered.at("id")};
    }
    void account(const people::PersonId& id, members::Role role, members::PersonState state)
    {
        db().write([&](db::Tx& tx) {
            return members::insert_person(tx,
                {.id = id,
                    .login = id.text,
                    .name = "王芳",
                    .roles = members::bit(role),
                    .state = state,
                    .version = 1,
                    .created_at_ms = clock.now()});
        });
    }
    std::string as_the_office(const MergeId& merge)
    {
        return code(consent(clerk, merge, true, MergeSide::merged));
    }

    SuggestionId merged_;
    SuggestionId target_;
};
ON_EVERY_DATABASE(MergeConsents);

TEST_P(MergeConsents, EndWithTheWordsToWhichTheyWereGiven)
{
    for (const auto& [id, by] : {std::pair{merged_, wang}, std::pair{target_, li}}) {
        const auto question = asked(merged_);
        ASSERT_TRUE(consent(wang, question, true));
        ASSERT_TRUE(consent(li, question, true));
        ASSERT_TRUE(edit(by, id, 1, words("地铁")));
        EXPECT_EQ(code(step(clerk, merged_, TopicAction::merge, "相近")), "topic.no_consent");
        for (const auto& one : {shown(clerk, merged_), shown(wang, merged_), shown(li, target_)}) {
            EXPECT_TRUE(one.at("is_over").as_bool());
            EXPECT_EQ(one.at("ended_because"), "reworded");
        }
        db().read([&](db::Tx& tx) {
            EXPECT_THAT(audit_merge(tx, question.text), IsEmpty());
            return true;
        });
    }
    EXPECT_EQ(recorded("suggestion_merge.end"), 2);
}

TEST_P(MergeConsents, AreRefusedAfterItAndAskedForAnew)
{
    const auto question = asked(merged_);
    ASSERT_TRUE(edit(wang, merged_, 1, words("地铁")));
    const auto late = send(li, "/api/merges/" + question.text + "/consents",
        R"({"agrees":true,"words":"","side":null})");
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.code(), "suggestion.merge_reworded");
    EXPECT_THAT(late.text, HasSubstr("changed its words"));
    const auto second = asked(merged_);
    ASSERT_TRUE(consent(wang, second, true));
    ASSERT_TRUE(consent(li, second, true));
    EXPECT_TRUE(step(clerk, merged_, TopicAction::merge, "相近"));
    EXPECT_EQ(shown(wang, merged_).at("ended_because"), "taken");
}

TEST_P(MergeConsents, StandWhereTheSameWordsAreSavedAgain)
{
    const auto question = asked(merged_);
    ASSERT_TRUE(consent(wang, question, true));
    auto same = static_cast<SuggestionWords>(words("电梯"));
    same.problem = "问题";
    same.reason = "理由";
    same.field = TopicField::society;
    ASSERT_TRUE(edit(wang, merged_, 1, same));
    EXPECT_FALSE(shown(li, target_).at("is_over").as_bool());
    ASSERT_TRUE(consent(li, question, false));
    EXPECT_EQ(shown(wang, merged_).at("ended_because"), "declined");
}

TEST_P(MergeConsents, AreCheckedAgainstARecordOfBeforeItWasKeptWhyTheyEnd)
{
    const auto question = asked(merged_);
    const auto misfits = [&] {
        return db().read([&](db::Tx& tx) { return audit_merge(tx, question.text).size(); });
    };
    db().write([&](db::Tx& tx) {
        return tx.execute("UPDATE event_content SET content = "
                          "REPLACE(content, '\"ended_because\":null,', '')");
    });
    EXPECT_EQ(misfits(), 0U);
    db().write([&](db::Tx& tx) {
        return tx.execute("UPDATE suggestion_merge SET ended_because = 'vain'");
    });
    EXPECT_EQ(misfits(), 1U) << "of which nothing was told";
}

TEST_P(MergeConsents, AreNotTheOfficesToGiveForAWriterOfPaperWhoCanSignIn)
{
    const auto of_wang = R"("for_name":"","for_body":"","for_id":")" + wang_.id.text + '"';
    const auto question = asked(paper(of_wang, "members"));
    account(wang_.id, members::Role::member, members::PersonState::active);
    EXPECT_EQ(as_the_office(question), "suggestion.acts_itself");
    const auto writer = people::actor(members::Role::member, wang_.id.text);
    EXPECT_TRUE(consent(writer, question, true));
}

TEST_P(MergeConsents, AreTheOfficesToGiveForAWriterOfPaperWhoCannot)
{
    const auto of_wang = R"("for_name":"","for_body":"","for_id":")" + wang_.id.text + '"';
    const auto id = paper(of_wang, "members");
    const auto question = asked(id);
    account(wang_.id, members::Role::member, members::PersonState::suspended);
    EXPECT_EQ(shown(clerk, id).at("waits_for").at(0), "merged");
    EXPECT_EQ(as_the_office(question), "");
}

TEST_P(MergeConsents, AreNotTheOfficesToGiveForABodyForWhichSomebodyActsWhoCanSignIn)
{
    const people::OrganisationId department{bureau.bodies.at(0)};
    const auto id =
        paper(R"("for_name":"","for_body":"","body_id":")" + department.text + '"', "departments");
    const auto question = asked(id);
    account(wang_.id, members::Role::department_handler, members::PersonState::active);
    EXPECT_EQ(shown(clerk, id).at("waits_for").at(0), "merged") << "he is of no department yet";
    const auto post = people::add_post(services(), clerk, {department, "联络员"}).value();
    ASSERT_TRUE(people::begin_tenure(services(), clerk, {post.id, wang_.id, {"1950-01-01", {}}}));
    EXPECT_THAT(shown(clerk, id).at("waits_for").as_array(), IsEmpty());
    EXPECT_EQ(as_the_office(question), "suggestion.acts_itself");
}

} // namespace
} // namespace xieshang::calls
