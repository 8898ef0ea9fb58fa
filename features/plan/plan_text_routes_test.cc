// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A draft's text is written and rewritten by hand; no word of it is lost.
#include "features/plan/review_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string preface = R"({"heading":"","text":"为做好年度协商工作，制定本计划。"})";
const std::string guidance = R"({"heading":"一、指导思想","text":"第一段。\n第二段。"})";

class PlanText : public ReviewHouse {
protected:
    static std::string of(const std::string& sections)
    {
        return R"({"sections":[)" + sections + "]}";
    }
    Answer edit(const std::string& sections, std::int64_t version, const std::string& as = "office")
    {
        return send(patch, path(), as, of(sections), version);
    }
    std::string text()
    {
        return boost::json::serialize(send(get, path(), "reader").body.at("sections"));
    }
};
ON_EVERY_DATABASE(PlanText);

TEST_P(PlanText, IsWrittenAndRewrittenWithTheOldWordsKept)
{
    ASSERT_EQ(text(), "[]") << "a plan that was entered by hand";
    ASSERT_EQ(edit(preface + "," + guidance, 1).status, 200);
    EXPECT_EQ(text(), "[" + preface + "," + guidance + "]");
    const auto again = edit(guidance, 2);
    ASSERT_EQ(again.status, 200) << again.text;
    EXPECT_EQ(again.body.at("version"), 3);
    EXPECT_EQ(text(), "[" + guidance + "]");
    EXPECT_THAT(content_of_newest("plan.edit"), HasSubstr("第一段。"));
    EXPECT_THAT(content_of_newest("plan.edit"), Not(HasSubstr("制定本计划")));
    const auto before = db().read([](db::Tx& tx) {
        return tx
            .all<std::string>("SELECT content FROM event_content JOIN event USING (sequence) "
                              "WHERE action = 'plan.edit' ORDER BY sequence")
            .front();
    });
    EXPECT_THAT(before, HasSubstr("制定本计划")) << "the whole text of each version is recorded";
    EXPECT_THAT(audit(), IsEmpty());
    EXPECT_THAT(
        send(get, "/api/search?q=%E7%AC%AC%E4%BA%8C%E6%AE%B5", "reader").text, HasSubstr(id_))
        << "and found";
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE plan_section SET body = '别的' WHERE plan_id = $1", id_);
        return true;
    });
    ASSERT_EQ(audit().size(), 1U);
    EXPECT_EQ(audit()[0].table, "plan_section");
}

TEST_P(PlanText, StaysWhereOnlyTheTitleIsEdited)
{
    ASSERT_EQ(edit(guidance, 1).status, 200);
    ASSERT_EQ(send(patch, path(), "office", R"({"title":"另一个"})", 2).status, 200);
    EXPECT_EQ(text(), "[" + guidance + "]");
    EXPECT_THAT(content_of_newest("plan.edit"), HasSubstr(R"("sections":null)"));
    ASSERT_EQ(edit(guidance, 3).status, 200);
    EXPECT_THAT(content_of_newest("plan.edit"), HasSubstr(R"("sections":null)"))
        << "the same words";
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(PlanText, IsNotWrittenOverAnothers)
{
    ASSERT_EQ(edit(preface + "," + guidance, 1).status, 200);
    const auto late =
        edit(preface + R"(,{"heading":"一、指导思想","text":"我的。"})", 1, "colleague");
    EXPECT_EQ(late.status, 412);
    EXPECT_EQ(late.code(), "plan.stale");
    EXPECT_EQ(field(late), "/sections/1/text plan.changed_meanwhile");
    EXPECT_THAT(late.text, HasSubstr("第一段。"));
    EXPECT_EQ(text(), "[" + preface + "," + guidance + "]");
}

TEST_P(PlanText, IsTheOfficesInADraftAndInACallAlone)
{
    EXPECT_EQ(edit(preface, 1, "reader").status, 403);
    EXPECT_EQ(edit(preface, 1, "").status, 401);
    const auto empty = edit(preface + R"(,{"heading":" ","text":"\n"})", 1);
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(field(empty), "/sections/1/text plan.empty_section");
    ASSERT_EQ(take("office", "submit").status, 201);
    EXPECT_EQ(edit(preface, 2).code(), "plan.not_a_draft");
    ASSERT_EQ(take("party_office", "send_back").status, 201);
    EXPECT_EQ(edit(preface, 3).status, 200) << "returned for its wording";
    const auto made = send(post, "/api/plans", "office", new_plan(R"(,"collecting":true)"));
    id_ = made.id();
    EXPECT_EQ(edit(preface, 1).status, 200) << "while topics are asked for";
}

} // namespace
} // namespace xieshang::plan
