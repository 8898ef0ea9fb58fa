// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_desk_test.h"

namespace xieshang::calls {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The member who wrote is in the register; a colleague of the bureau hands in by himself.
class PaperRoutes : public CallsDesk {
protected:
    void SetUp() override
    {
        CallsDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        writer = people::actor(members::Role::member, wang_.id.text);
        writer.name = wang_.words.name;
    }
    std::string paper_of(const std::string& title, const std::string& whose,
        const std::string& constituency = "members")
    {
        return R"({"title":")" + title
            + R"(","problem":"问题","reason":"理由","kind":null,"departments":[],"field":null,)"
              R"("serves":"","constituency":")"
            + constituency + R"(",)" + whose + R"(,"paper_day":")" + day_after(0) + R"("})";
    }
    static std::string of_person(const std::string& id)
    {
        return R"("for_name":"另一个写法","for_body":"","for_id":")" + id + R"(","body_id":null)";
    }
    static std::string of_body(const std::string& id)
    {
        return R"("for_name":"","for_body":"","for_id":null,"body_id":")" + id + R"(")";
    }
    Answer entered(const std::string& paper) { return send(clerk, here() + "/papers", paper); }
    static bool was_there(const Answer& answer)
    {
        return answer.body.at("already_there").as_bool();
    }

    base::Actor writer;
};
ON_EVERY_DATABASE(PaperRoutes);

TEST_P(PaperRoutes, GiveAPaperToThePersonOfTheRegisterWhoWroteIt)
{
    const auto one = entered(paper_of("绿道", of_person(writer.id)));
    ASSERT_EQ(one.status, 201) << one.text;
    const auto place = "/api/suggestions/" + one.at("id");
    const auto seen = see(writer, place);
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(seen.body.at("details").at("proposer").as_string(), writer.name)
        << "as the register calls him";
    EXPECT_TRUE(seen.body.at("details").at("is_mine").as_bool());
    EXPECT_EQ(see(wang, place).status, 404) << "somebody else";
    ASSERT_EQ(send(clerk, place + "/steps", step_of("reject", "已在办理"), 1).status, 201);
    const auto own = see(writer, "/api/suggestions/own");
    EXPECT_THAT(titles(own), ElementsAre("绿道"));
    EXPECT_EQ(own.body.at("items").at(0).at("reply"), "已在办理");
    EXPECT_THAT(titles(see(wang, "/api/suggestions/own")), IsEmpty());
    EXPECT_THAT(titles(see(clerk, "/api/suggestions/own")), IsEmpty()) << "who typed it";
}

TEST_P(PaperRoutes, GiveAPaperToWhoActsForTheBodyThatWroteIt)
{
    const auto one = entered(paper_of("菜场", of_body(bureau.bodies.at(0)), "departments"));
    ASSERT_EQ(one.status, 201) << one.text;
    const auto place = "/api/suggestions/" + one.at("id");
    EXPECT_EQ(see(bureau, place).body.at("details").at("proposer"), "名称d-1");
    EXPECT_THAT(titles(see(bureau, "/api/suggestions/own")), ElementsAre("菜场"));
    EXPECT_EQ(see(wang, place).status, 404);
    EXPECT_EQ(send(bureau, place + "/steps", step_of("withdraw", ""), 1).status, 201);
}

TEST_P(PaperRoutes, CountAPaperWithWhatItsWriterHandedInHimself)
{
    const auto by_himself = handed_in(writer, "电梯");
    const auto same = entered(paper_of("电梯", of_person(writer.id)));
    ASSERT_EQ(same.status, 201) << same.text;
    EXPECT_EQ(same.at("id"), by_himself) << "the same text of the same person";
    EXPECT_TRUE(was_there(same));
    EXPECT_FALSE(was_there(entered(paper_of("停车", of_person(writer.id)))));
    EXPECT_EQ(entered(paper_of("菜场", of_person(writer.id))).code(), "topic_call.too_many");
    EXPECT_EQ(send(writer, here() + "/suggestions", text_of("菜场")).code(), "topic_call.too_many");
    const auto again = send(writer, here() + "/suggestions", text_of("停车"));
    EXPECT_TRUE(was_there(again)) << "which came on paper";
}

TEST_P(PaperRoutes, RefuseWhomTheRegisterDoesNotKnow)
{
    const std::string nobody = "00000000-0000-4000-8000-000000000000";
    EXPECT_EQ(
        entered(paper_of("绿道", of_person(nobody))).field(), "/for_id topic_call.no_such_person");
    EXPECT_EQ(entered(paper_of("绿道", of_body(nobody), "departments")).field(),
        "/body_id topic_call.no_such_body");
    EXPECT_EQ(entered(paper_of("绿道", of_body(bureau.bodies.at(0)))).field(),
        "/body_id topic_call.other_bodies")
        << "a department among the members would be nobody's to read";
    EXPECT_EQ(entered(paper_of("绿道", R"("for_name":"","for_body":"")")).field(),
        "/for_name topic_call.no_name");
    EXPECT_EQ(entered(paper_of("绿道", R"("for_name":"赵六","for_body":"")")).status, 201)
        << "the free name stays";
}

TEST_P(PaperRoutes, AreCheckedAgainstWhatTheRecordSaidOfThePerson)
{
    const auto one = entered(paper_of("绿道", of_person(writer.id))).at("id");
    const auto other = entered(paper_of("公园", R"("for_name":"赵六","for_body":"")")).at("id");
    const auto misfits = [&](const std::string& id) {
        return db().read([&](db::Tx& tx) { return audit_suggestion(tx, id).size(); });
    };
    EXPECT_EQ(misfits(one), 0U);
    EXPECT_EQ(misfits(other), 0U);
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE suggestion SET for_id = 'p-other'");
        // as it was told before the register was asked
        tx.execute("UPDATE event_content SET content = REPLACE(content, '\"for_id\":\"\",', '')");
        return true;
    });
    EXPECT_EQ(misfits(one), 1U) << "somebody else's now";
    EXPECT_EQ(misfits(other), 1U) << "somebody's, of whom nothing was told";
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE suggestion SET for_id = ''");
        return true;
    });
    EXPECT_EQ(misfits(other), 0U) << "an older event says nothing of nobody";
    EXPECT_EQ(misfits(one), 1U);
}

} // namespace
} // namespace xieshang::calls
