// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/people_desk_test.h"

namespace xieshang::people {
namespace {

using members::Role;
using testing::HasSubstr;

class BodiesRoutes : public PeopleDesk {
protected:
    std::string quoted(const std::string& text) { return "\"" + text + "\""; }
    Answer make_post(const std::string& title, const std::string& rest)
    {
        return post("/api/organisations/" + committee_.id.text + "/posts",
            R"({"title":")" + title + R"(",)" + rest + "}");
    }
    Answer appoint(const std::string& post_id, const RegisteredPerson& person,
        const std::string& from, const std::string& until = {})
    {
        return post("/api/posts/" + post_id + "/tenures",
            R"({"person_id":)" + quoted(person.id.text) + R"(,"from":)" + quoted(from)
                + (until.empty() ? "" : R"(,"until":)" + quoted(until)) + "}");
    }
    std::string membership_body(const Organisation& sector, const std::string& reason = {})
    {
        return R"({"term_id":)" + quoted(term_.id.text) + R"(,"person_id":)" + quoted(wang_.id.text)
            + R"(,"sector_id":)" + quoted(sector.id.text) + R"(,"reason":)" + quoted(reason) + "}";
    }
    Answer re_elect(const std::string& number, const std::string& from, const std::string& named)
    {
        return post("/api/terms/re-election",
            R"({"number":)" + number + R"(,"period":{"from":)" + quoted(from) + R"(},"named":[)"
                + named + "]}");
    }
};
ON_EVERY_DATABASE(BodiesRoutes);

TEST_P(BodiesRoutes, SayWhoHeldAPostOnThatDay)
{
    const auto chair = make_post("主席", R"("single_seat":true)");
    ASSERT_EQ(chair.status, 201) << chair.text;
    EXPECT_EQ(appoint(chair.at("id"), wang_, "1950-01-01", "1949-12-31").field(),
        "/until period.ends_before_it_begins");
    EXPECT_EQ(appoint(chair.at("id"), wang_, "soon").field(), "/from period.not_a_day");
    const auto begun = appoint(chair.at("id"), wang_, "1950-01-01");
    ASSERT_EQ(begun.status, 201) << begun.text;
    const auto li = register_person(services(), office, {{"李强"}}).value();
    EXPECT_EQ(appoint(chair.at("id"), li, "1951-01-01").code(), "post.taken");
    const auto tenure = std::string(begun.body.at("tenures").at(0).at("tenure_id").as_string());
    EXPECT_EQ(post("/api/tenures/" + tenure + "/end", R"({"last_day":"1949-12-31"})", 1).field(),
        "/last_day period.ends_before_it_begins");
    EXPECT_EQ(
        post("/api/tenures/" + tenure + "/end", R"({"last_day":"1950-12-31"})", 1).status, 200);
    EXPECT_EQ(
        post("/api/tenures/" + tenure + "/end", R"({"last_day":"1950-11-30"})", 1).status, 412);
    EXPECT_EQ(appoint(chair.at("id"), li, "1951-01-01").status, 201);
    const auto member = actor(Role::member);
    const auto on = [&](const std::string& day) {
        const auto found = get(member, "/api/posts/" + chair.at("id") + "/holders?on=" + day);
        return std::string(found.body.at("items").at(0).at("name").as_string());
    };
    EXPECT_EQ(on("1950-12-31"), "王芳");
    EXPECT_EQ(on("1951-01-01"), "李强");
    EXPECT_EQ(get(member, "/api/posts/" + chair.at("id") + "/holders?on=x").field(),
        "/on period.not_a_day");
    const auto posts = get(member, "/api/organisations/" + committee_.id.text);
    EXPECT_THAT(posts.text, HasSubstr("李强"));
    EXPECT_EQ(send(member, http::Method::post, "/api/tenures/" + tenure + "/end",
                  R"({"last_day":"1950-12-31"})", 2)
                  .status,
        403);
}

TEST_P(BodiesRoutes, GoOutAsTablesInWhichNoCellIsAFormula)
{
    const auto formula = add_organisation(services(), office,
        {OrganisationKind::department, "=1+1", "=1+1", "f-1", committee_.id, {"1949-01-01", {}}});
    ASSERT_TRUE(formula);
    const auto member = actor(Role::member);
    const auto bodies = get(member, "/api/organisations/export?kind=department");
    ASSERT_EQ(bodies.status, 200) << bodies.text;
    EXPECT_THAT(bodies.text,
        HasSubstr(R"("'=1+1","'=1+1","Department","名称c-1","f-1","0","1949-01-01","","")"));
    EXPECT_THAT(bodies.text, testing::Not(HasSubstr("名称s-1")));
    const auto chair = make_post("主席", R"("single_seat":true)");
    make_post("秘书长", R"("single_seat":true)");
    appoint(chair.at("id"), wang_, "1950-01-01", "1950-12-31");
    const auto posts = "/api/organisations/" + committee_.id.text + "/posts/export?on=";
    EXPECT_THAT(get(member, posts + "1950-06-01").text,
        testing::AllOf(
            HasSubstr(R"("名称c-1","主席","王芳","1950-01-01","1950-12-31","1950-06-01")"),
            HasSubstr(R"x("名称c-1","秘书长","(vacant)","","","1950-06-01")x")));
    EXPECT_THAT(get(member, posts + "1951-01-01").text, testing::Not(HasSubstr("王芳")));
    EXPECT_EQ(get(member, posts + "soon").field(), "/on period.not_a_day");
    EXPECT_THAT(get(member, "/api/terms/export").text,
        HasSubstr(R"("Term 1","1949-01-01","","Present","0")"));
    EXPECT_EQ(get(actor(Role::auditor), "/api/terms/export").status, 403);
}

TEST_P(BodiesRoutes, CloseAnOrganisationOnlyWhenNobodyIsThereAnyMore)
{
    const auto target = "/api/organisations/" + sector_.id.text + "/closing";
    const auto membership = member(wang_);
    const std::string closing = R"({"last_day":"1960-12-31","reason":"合并"})";
    EXPECT_EQ(post(target, closing, 1).code(), "organisation.in_use");
    EXPECT_EQ(post(target, R"({"last_day":"1960-12-31","reason":" "})", 1).code(),
        "organisation.no_reason");
    EXPECT_EQ(post(target, R"({"last_day":"1940-12-31","reason":"合并"})", 1).field(),
        "/last_day period.ends_before_it_begins");
    const auto place = "/api/memberships/" + membership.id.text + "/place";
    const auto to = [&](const Organisation& sector, const std::string& reason) {
        return post(place,
            R"({"sector_id":)" + quoted(sector.id.text) + R"(,"reason":)" + quoted(reason) + "}",
            2);
    };
    EXPECT_EQ(to(other_sector_, " ").code(), "membership.no_reason");
    EXPECT_EQ(to(sector_, "调整").code(), "membership.not_moved");
    EXPECT_EQ(to(committee_, "调整").field(), "/sector_id membership.not_a_sector");
    const auto moved = to(other_sector_, "调整界别");
    ASSERT_EQ(moved.status, 200) << moved.text;
    EXPECT_EQ(moved.body.at("sector").at("id").as_string(), other_sector_.id.text);
    EXPECT_EQ(moved.at("state"), "active");
    EXPECT_EQ(post(target, closing, 1).status, 200);
    EXPECT_EQ(recorded("organisation.close"), 1);
}

TEST_P(BodiesRoutes, KeepATenureWithinTheDaysOfItsOrganisation)
{
    const auto office_of_then = add_organisation(services(), office,
        {OrganisationKind::department, "临时办", "临时办", "t-1", {},
            {"1950-01-01",
                "1954-12-31"}}).value();
    const auto there = "/api/organisations/" + office_of_then.id.text;
    const auto head = post(there + "/posts", R"({"title":"主任","single_seat":true})").at("id");
    const auto in = [&](const std::string& from, const std::string& until = {}) {
        return appoint(head, wang_, from, until);
    };
    EXPECT_EQ(in("1954-06-01").field(), "/until tenure.after_organisation");
    EXPECT_EQ(in("1954-06-01", "1955-01-01").field(), "/until tenure.after_organisation");
    EXPECT_EQ(in("1955-01-01").field(), "/from tenure.after_organisation");
    EXPECT_EQ(in("1949-12-31", "1954-01-01").field(), "/from tenure.before_organisation");
    const auto begun = in("1952-06-01", "1954-12-31");
    ASSERT_EQ(begun.status, 201) << begun.text;
    const auto tenure = std::string(begun.body.at("tenures").at(0).at("tenure_id").as_string());
    EXPECT_EQ(post("/api/tenures/" + tenure + "/end", R"({"last_day":"1955-01-01"})", 1).field(),
        "/last_day tenure.after_organisation");
    const auto valid = [&](const std::string& days) {
        return send(office, http::Method::patch, there, R"({"valid":{)" + days + "}}", 1);
    };
    EXPECT_EQ(valid(R"("from":"1952-06-02")").field(), "/valid/from organisation.used_from");
    EXPECT_EQ(valid(R"("until":"1954-12-30")").field(), "/valid/until organisation.used_until");
    EXPECT_EQ(valid(R"("from":"1952-06-01","until":null)").status, 200);
}

TEST_P(BodiesRoutes, KeepASectorForAsLongAsAMemberSatInIt)
{
    const auto kept = member(wang_);
    const auto valid = [&](const Organisation& body, const std::string& days) {
        return send(office, http::Method::patch, "/api/organisations/" + body.id.text,
            R"({"valid":{)" + days + "}}", 1);
    };
    const auto early = valid(sector_, R"("from":"2022-03-15")"); // the clock says 2022-03-14
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.field(), "/valid/from organisation.used_from");
    EXPECT_EQ(
        valid(sector_, R"("until":"2030-12-31")").field(), "/valid/until organisation.used_on");
    ASSERT_EQ(valid(other_sector_, R"("until":"2030-12-31")").status, 200);
    const auto move = [&](const std::string& day, std::int64_t version) {
        return post("/api/memberships/" + kept.id.text + "/place",
            R"({"sector_id":)" + quoted(other_sector_.id.text) + R"(,"reason":"调整","day":)"
                + quoted(day) + "}",
            version);
    };
    EXPECT_EQ(move("2022-03-14", 2).field(), "/sector_id membership.place_ends");
    ASSERT_EQ(send(office, http::Method::patch, "/api/organisations/" + other_sector_.id.text,
                  R"({"valid":{"until":null}})", 2)
                  .status,
        200);
    clock.advance(std::int64_t{48} * 3600 * 1000);
    ASSERT_EQ(move("2022-03-16", 2).status, 200);
    EXPECT_EQ(
        valid(sector_, R"("until":"2022-03-14")").field(), "/valid/until organisation.used_until")
        << "he sat there until the 15th";
    EXPECT_EQ(valid(sector_, R"("until":"2022-03-15")").status, 200);
}

TEST_P(BodiesRoutes, LeadAMemberThroughTheStepsAndSayWhyOthersAreClosed)
{
    const auto invited = post("/api/memberships", membership_body(sector_));
    ASSERT_EQ(invited.status, 201) << invited.text;
    EXPECT_EQ(post("/api/memberships", membership_body(sector_)).code(), "workflow.no_such_step");
    EXPECT_EQ(post("/api/memberships", membership_body(committee_)).status, 409);
    const auto steps = "/api/memberships/" + invited.at("id") + "/steps";
    EXPECT_EQ(post(steps, R"({"action":"confirm","reason":""})", 1).status, 201);
    EXPECT_EQ(
        post(steps, R"({"action":"suspend","reason":"　"})", 2).code(), "membership.no_reason");
    EXPECT_EQ(post(steps, R"({"action":"suspend","reason":"立案"})", 1).status, 412);
    const auto suspended = post(steps, R"({"action":"suspend","reason":"立案"})", 2);
    EXPECT_EQ(suspended.status, 201);
    EXPECT_THAT(suspended.text, HasSubstr(R"({"action":"reinstate","refusal":null})"));
    const auto seen = get(actor(Role::chairperson), "/api/memberships/" + invited.at("id"));
    EXPECT_THAT(seen.text, HasSubstr(R"("actions":[])")) << "none of these is a chairperson's";
    const auto history = get(office, steps);
    EXPECT_EQ(history.body.at("items").as_array().size(), 3U);
    EXPECT_EQ(
        post(steps, R"({"action":"move","reason":"x"})", 3).code(), "membership.move_elsewhere");
}

TEST_P(BodiesRoutes, ReElectOnceAndEndThePostsOfTheTerm)
{
    member(wang_);
    const auto bound = make_post("常务委员", R"("single_seat":false,"term_bound":true)");
    const auto standing = make_post("秘书", R"("single_seat":false)");
    ASSERT_EQ(appoint(bound.at("id"), wang_, "1950-01-01").status, 201);
    ASSERT_EQ(appoint(standing.at("id"), wang_, "1950-01-01").status, 201);
    const auto preview = get(office, "/api/terms/re-election?from=1955-01-01");
    ASSERT_EQ(preview.status, 200) << preview.text;
    EXPECT_EQ(preview.at("last_day"), "1954-12-31");
    EXPECT_EQ(
        get(office, "/api/terms/re-election?from=soon").field(), "/period/from period.not_a_day");
    EXPECT_EQ(preview.body.at("members").as_array().size(), 1U);
    EXPECT_EQ(preview.body.at("ends").at(0).at("title").as_string(), "常务委员");
    const auto one = R"({"person_id":)" + quoted(wang_.id.text) + R"(,"sector_id":)"
        + quoted(sector_.id.text) + R"(,"confirmed":true})";
    EXPECT_EQ(re_elect("2", "1955-01-01", one + "," + one).field(),
        "/named/1/person_id re_election.named_before");
    const auto done = re_elect("2", "1955-01-01", one);
    ASSERT_EQ(done.status, 201) << done.text;
    EXPECT_EQ(done.body.at("ended").as_int64(), 1);
    EXPECT_EQ(done.body.at("closed").at("period").at("until").as_string(), "1954-12-31");
    const auto ended = get(office, "/api/posts/" + bound.at("id"));
    EXPECT_EQ(ended.body.at("tenures").at(0).at("until").as_string(), "1954-12-31");
    const auto lasting = get(office, "/api/posts/" + standing.at("id"));
    EXPECT_TRUE(lasting.body.at("tenures").at(0).at("until").is_null());
    const auto again = re_elect("2", "1955-01-01", one);
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.field(), "/number term.number_taken");
    EXPECT_EQ(re_elect("3", "1955-01-01", one).field(), "/period/from term.overlaps");
    EXPECT_EQ(
        get(office, "/api/terms/re-election?from=1952-01-01").field(), "/period/from term.overlaps")
        << "a preview is refused as the re-election would be";
    EXPECT_EQ(get(actor(Role::member), "/api/terms").body.at("items").as_array().size(), 2U);
    EXPECT_THAT(get(office, person()).text, HasSubstr(R"("state":"served","from":"2022-03-14")"));
    EXPECT_THAT(
        get(office, "/api/people?term_id=" + term_.id.text).text, HasSubstr(R"("state":"served")"));
    EXPECT_EQ(get(office, "/api/people?state=served&term_id=" + term_.id.text)
                  .body.at("items")
                  .as_array()
                  .size(),
        1U);
    EXPECT_EQ(get(office, "/api/people?state=active&term_id=" + term_.id.text)
                  .body.at("items")
                  .as_array()
                  .size(),
        0U);
    EXPECT_EQ(
        get(office, person()).body.at("memberships").as_array().size(), 2U); // nothing is lost
}

TEST_P(BodiesRoutes, TakeNoChangeFromWhoIsNotTheOffice)
{
    for (const auto role : {Role::chairperson, Role::secretary_general, Role::member,
             Role::department_handler, Role::system_administrator, Role::auditor}) {
        const auto as = actor(role);
        for (const auto* target : {"/api/people", "/api/organisations", "/api/terms",
                 "/api/memberships", "/api/terms/re-election"}) {
            EXPECT_EQ(send(as, http::Method::post, target, "{}").status, 403) << target;
        }
        EXPECT_EQ(register_person(services(), as, {{"李强"}}).error().code, "request.forbidden");
        EXPECT_EQ(
            add_term(services(), as, {9, {"2900-01-01", {}}}).error().code, "request.forbidden");
    }
}

} // namespace
} // namespace xieshang::people
