// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

#include <thread>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::HasSubstr;

// Of a committee's year one plan is issued, and none without a year.
class PlanYear : public PlanDesk {
protected:
    std::string made(const std::string& year, const std::string& title,
        const std::string& committee = "崇川区政协")
    {
        const auto plan = send(post, "/api/plans", "office",
            R"({"title":")" + title + R"(","committee":")" + committee + R"(","year":)" + year
                + R"(,"topics":[{"number":1,"kind":"thematic","title":"养老服务","period":"",)"
                  R"("responsible":[],"participating":[],"line":0}]})");
        EXPECT_EQ(plan.status, 201) << plan.text;
        return plan.id();
    }
    // Reviews have their own tests.
    void stands(const std::string& id, PlanState state)
    {
        db().write([&](db::Tx& tx) {
            return tx.execute("UPDATE plan SET state = $1 WHERE id = $2", state, id);
        });
    }
    std::string approved(const std::string& year, const std::string& title,
        const std::string& committee = "崇川区政协")
    {
        auto id = made(year, title, committee);
        stands(id, PlanState::approved);
        return id;
    }
    Answer take(const std::string& id, const std::string& action, std::int64_t version = 1)
    {
        return send(post, "/api/plans/" + id + "/steps", "office",
            R"({"action":")" + action + R"(","reason":""})", version);
    }
    std::string refusal_of(const std::string& id, const std::string& action)
    {
        const auto seen = send(get, "/api/plans/" + id, "office");
        for (const auto& offer : seen.body.at("actions").as_array()) {
            if (offer.at("action").as_string() == action) {
                return offer.at("refusal").is_null() ? std::string()
                                                     : std::string(offer.at("refusal").as_string());
            }
        }
        return "not offered";
    }
    std::string state(const std::string& id)
    {
        return std::string(send(get, "/api/plans/" + id, "office").body.at("state").as_string());
    }
};
ON_EVERY_DATABASE(PlanYear);

TEST_P(PlanYear, IsSaidBeforeThePlanIsReviewed)
{
    const auto id = made("null", "协商计划");
    EXPECT_THAT(refusal_of(id, "submit"), HasSubstr("enter it first"));
    const auto refused = take(id, "submit");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "plan.no_year");
    EXPECT_EQ(state(id), "draft");
    ASSERT_EQ(send(patch, "/api/plans/" + id, "office", R"({"year":2026})", 1).status, 200);
    EXPECT_EQ(refusal_of(id, "submit"), "");
    EXPECT_EQ(take(id, "submit", 2).status, 201);
}

TEST_P(PlanYear, IsAskedForAtTheIssueOfWhatWasApprovedWithoutOne)
{
    const auto id = approved("null", "协商计划");
    EXPECT_EQ(take(id, "issue").code(), "plan.no_year");
    EXPECT_EQ(state(id), "approved");
}

TEST_P(PlanYear, HasOnePlanThatIsIssuedAndItIsNamedToWhoWouldIssueAnother)
{
    const auto first = approved("2026", "第一份计划");
    const auto second = approved("2026", "第二份计划");
    EXPECT_EQ(refusal_of(second, "issue"), "");
    ASSERT_EQ(take(first, "issue").status, 201);
    for (const auto now : {PlanState::issued, PlanState::in_force, PlanState::closed}) {
        stands(first, now);
        EXPECT_THAT(refusal_of(second, "issue"), HasSubstr("第一份计划"));
        const auto refused = take(second, "issue");
        EXPECT_EQ(refused.status, 409);
        EXPECT_EQ(refused.code(), "plan.year_is_issued");
        EXPECT_THAT(refused.text, HasSubstr("第一份计划"));
        EXPECT_EQ(state(second), "approved");
    }
    EXPECT_EQ(take(approved("2027", "下一年度计划"), "issue").status, 201);
    EXPECT_EQ(take(approved("2026", "别处的计划", "港闸区政协"), "issue").status, 201);
}

TEST_P(PlanYear, IsThatOfTheIssueWhateverTheDraftSaidAtFirst)
{
    ASSERT_EQ(take(approved("2026", "第一份计划"), "issue").status, 201);
    const auto id = made("2027", "第二份计划");
    ASSERT_EQ(send(patch, "/api/plans/" + id, "office", R"({"year":2026})", 1).status, 200);
    stands(id, PlanState::approved);
    EXPECT_EQ(take(id, "issue", 2).code(), "plan.year_is_issued");
}

TEST_P(PlanYear, IsTheSameCommitteesHoweverItIsWrittenOrLeftOut)
{
    ASSERT_EQ(take(approved("2026", "第一份计划"), "issue").status, 201);
    EXPECT_EQ(
        take(approved("2026", "繁体的计划", "崇川區 政協"), "issue").code(), "plan.year_is_issued");
    const auto unsaid = approved("2026", "没写单位的计划");
    db().write([&](db::Tx& tx) {
        return tx.execute("UPDATE plan SET committee = '' WHERE id = $1", unsaid);
    });
    EXPECT_EQ(take(unsaid, "issue").code(), "plan.year_is_issued");
}

TEST_P(PlanYear, HasOnePlanWhereTwoAreIssuedAtOnce)
{
    for (int year = 2031; year < 2039; ++year) {
        const std::vector<std::string> ids{
            approved(std::to_string(year), "甲"), approved(std::to_string(year), "乙")};
        std::vector<Answer> answers(ids.size());
        std::vector<std::thread> people;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            people.emplace_back([&, i] { answers[i] = take(ids[i], "issue"); });
        }
        for (auto& person : people) {
            person.join();
        }
        const std::size_t slower = answers[0].status == 201 ? 1 : 0;
        EXPECT_EQ(answers[1 - slower].status, 201) << answers[1 - slower].text;
        EXPECT_EQ(answers[slower].status, 409) << answers[slower].text;
        EXPECT_EQ(answers[slower].code(), "plan.year_is_issued");
        EXPECT_EQ(state(ids[slower]), "approved");
    }
}

} // namespace
} // namespace xieshang::plan
