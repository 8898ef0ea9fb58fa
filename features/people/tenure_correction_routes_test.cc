// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A tenure that was entered wrongly, set right over the API.
#include "features/people/people_audit_actions.h"
#include "features/people/people_desk_test.h"
#include "features/people/record_names_actions.h"

namespace xieshang::people {
namespace {

using members::Role;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TenureCorrections : public PeopleDesk {
protected:
    void SetUp() override
    {
        PeopleDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        li_ = register_person(services(), office, {{"李强"}}).value();
        chair_ = make_post(false);
        tenure_ = appoint(chair_, wang_, "1960-01-01");
    }

    PostId make_post(bool term_bound)
    {
        return add_post(services(), office, {committee_.id, "主席", true, term_bound}).value().id;
    }
    std::string appoint(const PostId& post, const RegisteredPerson& person, std::string from)
    {
        return begin_tenure(services(), office, {post, person.id, {std::move(from), {}}})
            .value()
            .id.text;
    }
    Answer correct(const std::string& body, std::int64_t version = 1)
    {
        return send(office, http::Method::patch, "/api/tenures/" + tenure_, body, version);
    }
    Answer take_back(const std::string& reason, std::int64_t version = 1)
    {
        return post("/api/tenures/" + tenure_ + "/withdrawal", R"({"reason":")" + reason + R"("})",
            version);
    }
    std::string post_page(const base::Actor& as)
    {
        return get(as, "/api/posts/" + chair_.text).text;
    }
    std::string held_on(const std::string& day)
    {
        return get(office, "/api/posts/" + chair_.text + "/holders?on=" + day).text;
    }

    RegisteredPerson li_;
    PostId chair_;
    std::string tenure_;
};
ON_EVERY_DATABASE(TenureCorrections);

TEST_P(TenureCorrections, ChangeTheDaysForAReasonThatIsKept)
{
    EXPECT_EQ(correct(R"({"from":"1961-01-01","reason":" "})").field(), "/reason tenure.no_reason");
    EXPECT_EQ(
        correct(R"({"from":"1961-02-30","reason":"录入有误"})").field(), "/from period.not_a_day");
    EXPECT_EQ(correct(R"({"from":"1948-01-01","reason":"录入有误"})").field(),
        "/from tenure.before_organisation");
    EXPECT_EQ(correct(R"({"from":"1960-01-01","reason":"录入有误"})").code(), "tenure.not_changed");
    EXPECT_EQ(send(actor(Role::member), http::Method::patch, "/api/tenures/" + tenure_,
                  R"({"from":"1961-01-01","reason":"录入有误"})", 1)
                  .status,
        403);
    const auto done = correct(R"({"from":"1961-01-01","until":"1965-12-31","reason":"录入有误"})");
    ASSERT_EQ(done.status, 200) << done.text;
    EXPECT_EQ(correct(R"({"until":null,"reason":"录入有误"})").status, 412);
    EXPECT_THAT(held_on("1960-06-01"), Not(HasSubstr("王芳")));
    EXPECT_THAT(held_on("1961-01-01"), HasSubstr("王芳"));
    EXPECT_EQ(recorded("tenure.correct"), 1);
    const auto history = get(office, person("/history")).text;
    EXPECT_THAT(history, HasSubstr(R"("action":"tenure.correct","reason":"录入有误")"));
    EXPECT_THAT(history, HasSubstr(R"("fields":["from","until"])"));
}

TEST_P(TenureCorrections, TakeNobodysSeat)
{
    correct(R"({"until":"1965-12-31","reason":"录入有误"})");
    appoint(chair_, li_, "1966-01-01");
    EXPECT_EQ(correct(R"({"until":"1966-01-01","reason":"录入有误"})", 2).code(), "post.taken");
}

TEST_P(TenureCorrections, TakeBackWhatWasEnteredByMistakeAndKeepItForTheOffice)
{
    EXPECT_EQ(take_back(" ").field(), "/reason tenure.no_reason");
    EXPECT_EQ(take_back("录错了人", 2).status, 412);
    const auto done = take_back("录错了人");
    ASSERT_EQ(done.status, 200) << done.text;
    EXPECT_THAT(held_on("1960-06-01"), Not(HasSubstr("王芳")));
    EXPECT_THAT(get(office, person()).text, Not(HasSubstr("主席")));
    EXPECT_THAT(get(office, "/api/people?organisation_id=" + committee_.id.text).text,
        Not(HasSubstr("王芳")));
    EXPECT_THAT(post_page(office), HasSubstr(R"("by_name":"张三","reason":"录错了人")"));
    EXPECT_THAT(post_page(actor(Role::member)), Not(HasSubstr("王芳")));
    EXPECT_THAT(post_page(actor(Role::member)), Not(HasSubstr("withdrawn")));
    EXPECT_THAT(get(office, person("/history")).text,
        HasSubstr(R"("action":"tenure.withdraw","reason":"录错了人")"));
    EXPECT_THAT(get(actor(Role::chairperson), person("/history")).text, Not(HasSubstr("tenure.")));
    EXPECT_EQ(recorded("tenure.withdraw"), 1);
    appoint(chair_, li_, "1960-01-01"); // the seat is free
    for (const auto& again :
        {take_back("再来", 2), correct(R"({"from":"1961-01-01","reason":"x"})", 2),
            post("/api/tenures/" + tenure_ + "/end", R"({"last_day":"1961-01-01"})", 2)}) {
        EXPECT_EQ(again.status, 409);
        EXPECT_EQ(again.code(), "tenure.withdrawn");
    }
    db().look([&](db::Tx& tx) {
        EXPECT_THAT(audit_tenure(tx, tenure_), IsEmpty());
        EXPECT_THAT(objects_of_person(tx, wang_.id), testing::Contains(tenure_));
    });
}

TEST_P(TenureCorrections, LeaveTheBoundPostsOfAClosedTermAsTheyAre)
{
    chair_ = make_post(true);
    tenure_ = appoint(chair_, wang_, "1960-01-01");
    ASSERT_TRUE(re_elect(services(), office, {2, {"2022-01-05", {}}}, {}));
    EXPECT_EQ(take_back("录错了人", 2).code(), "tenure.term_closed");
    EXPECT_EQ(correct(R"({"from":"1961-01-01","reason":"x"})", 2).code(), "tenure.term_closed");
}

} // namespace
} // namespace xieshang::people
