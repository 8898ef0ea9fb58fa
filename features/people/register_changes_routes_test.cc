// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a change leaves alone, and what it may not make of the register.
#include "features/people/people_desk_test.h"

#include <fmt/format.h>

namespace xieshang::people {
namespace {

constexpr std::string_view nowhere = "00000000-0000-4000-8000-000000000000";

class RegisterChanges : public PeopleDesk {
protected:
    Answer patch(const std::string& target, const std::string& body, std::int64_t version)
    {
        auto answer = send(office, http::Method::patch, target, body, version);
        EXPECT_EQ(answer.status, 200) << answer.text;
        return answer;
    }
    std::string refused(const std::string& target, const std::string& body, std::int64_t version)
    {
        return send(office, http::Method::patch, target, body, version).field();
    }
};
ON_EVERY_DATABASE(RegisterChanges);

TEST_P(RegisterChanges, KeepOfAPersonWhatIsAbsentAndEraseWhatIsNothing)
{
    const auto renamed = patch(person(), R"({"name":"王方","job":"馆长","sex":"female"})", 1);
    EXPECT_EQ(renamed.at("birth_month"), "1971-04");
    EXPECT_EQ(renamed.at("party"), "民建");
    EXPECT_EQ(renamed.at("ethnic_group"), "满族");
    const auto other = patch(person(), R"({"party":null,"ethnic_group":"","sex":null})", 2);
    EXPECT_TRUE(other.body.at("party").is_null());
    EXPECT_TRUE(other.body.at("ethnic_group").is_null()) << "an empty text is none";
    EXPECT_EQ(other.at("sex"), "unsaid");
    EXPECT_EQ(other.at("name"), "王方");
    EXPECT_EQ(other.at("job"), "馆长");
    EXPECT_EQ(other.body.at("former_names").as_array().size(), 1U);
    const auto last = patch(person(), R"({"former_names":null})", 3);
    EXPECT_TRUE(last.body.at("former_names").as_array().empty());
    EXPECT_EQ(refused(person(), R"({"name":null})", 4), "/name field.wrong_type");
    EXPECT_EQ(refused(person(), R"({"name":""})", 4), "/name people.text_length");
    EXPECT_EQ(refused(person(), R"({"party":7})", 4), "/party field.wrong_type");
}

TEST_P(RegisterChanges, KeepOfAnOrganisationWhatIsAbsent)
{
    const auto made = post("/api/organisations",
        fmt::format(R"({{"kind":"department","name":"教育局","short_name":"教育局","code":"jyj",
            "parent_id":"{}","valid":{{"from":"1950-01-01","until":"2999-01-01"}}}})",
            committee_.id.text));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto target = "/api/organisations/" + made.at("id");
    const auto renamed = patch(target, R"({"name":"教育体育局"})", 1);
    EXPECT_EQ(renamed.body.at("parent").at("id").as_string(), committee_.id.text);
    EXPECT_EQ(renamed.body.at("valid").at("until").as_string(), "2999-01-01");
    const auto lasting = patch(target, R"({"parent_id":null,"valid":{"until":null}})", 2);
    EXPECT_TRUE(lasting.body.at("parent").is_null());
    EXPECT_TRUE(lasting.body.at("valid").at("until").is_null());
    EXPECT_EQ(lasting.body.at("valid").at("from").as_string(), "1950-01-01");
    EXPECT_EQ(lasting.at("name"), "教育体育局");
    EXPECT_EQ(refused(target, R"({"valid":{"until":"1949-12-31"}})", 3),
        "/valid/until period.ends_before_it_begins");
}

TEST_P(RegisterChanges, KeepOfAPostWhatIsAbsent)
{
    const auto made = post("/api/organisations/" + committee_.id.text + "/posts",
        R"({"title":"主席","single_seat":true,"term_bound":true})");
    const auto renamed = patch("/api/posts/" + made.at("id"), R"({"title":"党组书记"})", 1);
    EXPECT_TRUE(renamed.body.at("single_seat").as_bool());
    EXPECT_TRUE(renamed.body.at("term_bound").as_bool());
    const auto wider = patch("/api/posts/" + made.at("id"), R"({"single_seat":false})", 2);
    EXPECT_EQ(wider.at("title"), "党组书记");
    EXPECT_FALSE(wider.body.at("single_seat").as_bool());
    EXPECT_EQ(
        refused("/api/posts/" + made.at("id"), R"({"title":" "})", 3), "/title people.text_length");
}

TEST_P(RegisterChanges, MakeNothingElseOfAPlaceWhereMembersAre)
{
    const auto target = "/api/organisations/" + sector_.id.text;
    const auto group = body(OrganisationKind::sub_district, "g-1");
    const auto kept = member(wang_);
    const auto li = register_person(services(), office, {{"李强"}}).value();
    ASSERT_TRUE(
        invite_member(services(), office, {term_.id, {li.id, sector_.id, group.id, false}}));
    const auto kind = R"({"kind":"department"})";
    const auto answer = send(office, http::Method::patch, target, kind, 1);
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.field(), "/kind organisation.kind_in_use");
    EXPECT_THAT(answer.at("detail"), testing::HasSubstr("2 members"));
    EXPECT_EQ(refused("/api/organisations/" + group.id.text, R"({"kind":"sector"})", 1),
        "/kind organisation.kind_in_use");
    ASSERT_TRUE(
        take_membership_step(services(), office, {kept.id, 2, MembershipAction::leave, "调离"}));
    EXPECT_EQ(refused(target, kind, 1), "/kind organisation.kind_in_use") << "nor of the past";
    EXPECT_EQ(patch(target, R"({"kind":"sector","name":"文艺界"})", 1).at("name"), "文艺界");
    EXPECT_EQ(
        patch("/api/organisations/" + other_sector_.id.text, kind, 1).at("kind"), "department")
        << "where nobody was";
}

TEST_P(RegisterChanges, TakeNoSectorOrGroupThatThereIsNot)
{
    const auto invitation = [&](std::string_view sector, const std::string& group) {
        return fmt::format(
            R"({{"term_id":"{}","person_id":"{}","sector_id":"{}","group_id":{},"reason":""}})",
            term_.id.text, wang_.id.text, sector, group);
    };
    const auto unknown = fmt::format(R"("{}")", nowhere);
    const auto invited = [&](std::string_view sector, const std::string& group = "null") {
        return post("/api/memberships", invitation(sector, group));
    };
    EXPECT_EQ(invited(nowhere).status, 422);
    EXPECT_EQ(invited(nowhere).field(), "/sector_id membership.not_a_sector");
    EXPECT_EQ(invited("no id").field(), "/sector_id field.bad_id");
    EXPECT_EQ(invited(sector_.id.text, unknown).field(), "/group_id membership.not_a_group");
    const auto kept = member(wang_);
    const auto place = "/api/memberships/" + kept.id.text + "/place";
    EXPECT_EQ(
        post(place, fmt::format(R"({{"sector_id":"{}","reason":"调整"}})", nowhere), 2).field(),
        "/sector_id membership.not_a_sector");
    EXPECT_EQ(post(place,
                  fmt::format(R"({{"sector_id":"{}","group_id":{},"reason":"调整"}})",
                      sector_.id.text, unknown),
                  2)
                  .field(),
        "/group_id membership.not_a_group");
    const auto re_elected = post("/api/terms/re-election",
        fmt::format(R"({{"number":2,"period":{{"from":"1955-01-01"}},"named":[
            {{"person_id":"{}","sector_id":"{}","group_id":{},"confirmed":true}}]}})",
            wang_.id.text, nowhere, unknown));
    EXPECT_EQ(re_elected.status, 422);
    EXPECT_EQ(re_elected.field(), "/named/0/sector_id membership.not_a_sector");
    EXPECT_THAT(re_elected.text, testing::HasSubstr("/named/0/group_id"));
    EXPECT_EQ(get(office, "/api/terms").body.at("items").as_array().size(), 1U);
    EXPECT_EQ(get(office, person()).body.at("memberships").as_array().size(), 1U);
    EXPECT_EQ(
        get(office, "/api/memberships/" + kept.id.text).body.at("sector").at("id").as_string(),
        sector_.id.text);
}

} // namespace
} // namespace xieshang::people
