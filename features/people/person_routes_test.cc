// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/people_desk_test.h"

namespace xieshang::people {
namespace {

using members::Role;
using testing::HasSubstr;
using testing::Not;

class PersonRoutes : public PeopleDesk {};
ON_EVERY_DATABASE(PersonRoutes);

TEST_P(PersonRoutes, ShowEachRoleItsOwnView)
{
    member(wang_);
    const auto own = actor(Role::member, wang_.id.text);
    auto former = own;
    former.dormant = former.roles;
    former.roles = 0;
    former.membership = base::Membership::former;
    const struct {
        base::Actor as;
        bool state, birth_month, contacts, login;
    } rows[]{
        {office, true, true, true, true},
        {own, true, true, true, true},
        {former, true, true, true, true},
        {actor(Role::chairperson), true, true, false, false},
        {actor(Role::secretary_general), true, true, false, false},
        {actor(Role::party_group), true, true, false, false},
        {actor(Role::member), true, false, false, false},
        {actor(Role::department_handler), true, false, false, false},
        {actor(Role::system_administrator), false, false, false, true},
        {actor(Role::security_administrator), false, false, false, true},
    };
    for (const auto& row : rows) {
        const auto seen = get(row.as, person());
        ASSERT_EQ(seen.status, 200) << members::names_of(row.as.roles) << seen.text;
        EXPECT_EQ(seen.has("state"), row.state) << seen.text;
        EXPECT_EQ(seen.has("memberships"), row.state) << seen.text;
        for (const auto* hidden : {"birth_month", "party", "ethnic_group", "sex", "former_names"}) {
            EXPECT_EQ(seen.has(hidden), row.birth_month) << hidden << seen.text;
        }
        EXPECT_EQ(seen.has("contacts"), row.contacts) << seen.text;
        EXPECT_EQ(seen.has("login"), row.login) << seen.text;
        EXPECT_EQ(seen.text.find("民建") != std::string::npos, row.birth_month);
    }
    EXPECT_EQ(get(actor(Role::auditor), person()).status, 403);
    EXPECT_EQ(get(actor(Role::auditor), "/api/people").status, 403);
}

TEST_P(PersonRoutes, DoNotTellWhoIsThereToOneWhoMayNotSee)
{
    auto former = actor(Role::member);
    former.dormant = former.roles;
    former.roles = 0;
    former.membership = base::Membership::former;
    const auto hidden = get(former, person());
    const auto absent = get(former, "/api/people/00000000-0000-4000-8000-000000000000");
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.code(), absent.code());
    EXPECT_EQ(hidden.at("detail"), absent.at("detail"));
    EXPECT_EQ(get(former, "/api/people").status, 403);
    const auto membership = member(wang_);
    EXPECT_EQ(get(former, "/api/memberships/" + membership.id.text).code(), "membership.not_found");
    EXPECT_EQ(
        get(actor(Role::member), "/api/memberships/" + membership.id.text + "/steps").status, 404);
    EXPECT_EQ(get(actor(Role::member), person("/history")).status, 404);
}

TEST_P(PersonRoutes, ListByPinyinStateSectorAndPost)
{
    member(wang_);
    const auto shan = register_person(services(), office, {{"单雄"}}).value();
    const auto chair = add_post(services(), office, {committee_.id, "主席", true}).value();
    ASSERT_TRUE(begin_tenure(services(), office, {chair.id, shan.id, {"1950-01-01", {}}}));
    const auto names = [&](const std::string& filter) {
        std::string found;
        const auto page = get(office, "/api/people?" + filter);
        EXPECT_EQ(page.status, 200) << page.text;
        for (const auto& line : page.body.at("items").as_array()) {
            found += std::string(line.at("name").as_string()) + " ";
        }
        EXPECT_EQ(page.body.at("total").as_int64(), std::count(found.begin(), found.end(), ' '));
        return found;
    };
    EXPECT_EQ(names("sort=pinyin"), "单雄 王芳 ");
    EXPECT_EQ(names("sort=strokes"), "王芳 单雄 ");
    EXPECT_EQ(names("q=shan"), "单雄 ");
    EXPECT_EQ(names("state=active"), "王芳 ");
    EXPECT_EQ(names("state=none"), "单雄 ");
    EXPECT_EQ(names("term_id=" + term_.id.text), "王芳 ");
    EXPECT_EQ(names("sector_id=" + sector_.id.text), "王芳 ");
    EXPECT_EQ(names("sector_id=" + other_sector_.id.text), "");
    EXPECT_EQ(names("organisation_id=" + committee_.id.text), "单雄 ");
    const auto exported = get(office, "/api/people/export?organisation_id=" + committee_.id.text);
    EXPECT_THAT(exported.text, HasSubstr("单雄"));
    EXPECT_THAT(exported.text, Not(HasSubstr("王芳")));
    const auto first = get(office, "/api/people?size=1");
    EXPECT_EQ(first.body.at("total").as_int64(), 2);
    const auto second = get(office, "/api/people?size=1&after=" + first.at("next"));
    EXPECT_EQ(second.body.at("items").at(0).at("name").as_string(), "单雄");
    EXPECT_TRUE(second.body.at("next").is_null());
    EXPECT_EQ(second.body.at("items").at(0).at("posts").at(0).at("title").as_string(), "主席");
}

TEST_P(PersonRoutes, ListNamesAloneToAdministratorsAndNothingThatTellsMore)
{
    member(wang_);
    const auto system = actor(Role::system_administrator);
    const auto all = get(system, "/api/people");
    EXPECT_EQ(all.status, 200);
    EXPECT_THAT(all.text, HasSubstr("王芳"));
    EXPECT_THAT(all.text, Not(HasSubstr("sector")));
    EXPECT_THAT(all.text, Not(HasSubstr("state")));
    for (const auto* filter : {"state=active", "sort=sector", "sector_id=", "term_id="}) {
        const std::string id = std::string(filter).back() == '=' ? sector_.id.text : "";
        EXPECT_EQ(get(system, "/api/people?" + (filter + id)).code(), "directory.hidden") << filter;
    }
    EXPECT_EQ(get(system, "/api/terms").status, 403);
    EXPECT_EQ(get(system, "/api/organisations").status, 403);
}

TEST_P(PersonRoutes, ExportWithoutFormulasAndKeepItInTheRecord)
{
    ASSERT_TRUE(register_person(services(), office, {{"=1+1"}}));
    const auto table = get(actor(Role::member), "/api/people/export");
    EXPECT_EQ(table.status, 200);
    EXPECT_THAT(table.text, HasSubstr("\"'=1+1\""));
    EXPECT_THAT(table.text, HasSubstr("\"王芳\""));
    EXPECT_THAT(table.text, Not(HasSubstr("民建")));
    EXPECT_EQ(recorded("people.export"), 1);
    const auto names = get(actor(Role::system_administrator), "/api/people/export");
    EXPECT_THAT(names.text, Not(HasSubstr("Sector")));
    EXPECT_EQ(get(actor(Role::auditor), "/api/people/export").status, 403);
}

TEST_P(PersonRoutes, MarkInventedPeopleInTheExportWhereThereAreAny)
{
    EXPECT_THAT(get(office, "/api/people/export").text, Not(HasSubstr("Invented")));
    ASSERT_TRUE(register_person(services(), office, {{"虚某"}, {}, true}));
    const auto table = get(office, "/api/people/export").text;
    EXPECT_THAT(table, HasSubstr("\"Note\""));
    const auto line = table.substr(table.find("虚某"));
    EXPECT_THAT(line.substr(0, line.find('\n')), HasSubstr("Invented"));
    const auto other = table.substr(table.find("王芳"));
    EXPECT_THAT(other.substr(0, other.find('\n')), Not(HasSubstr("Invented")));
}

TEST_P(PersonRoutes, WarnOfANamesakeOnceAndTakeBoth)
{
    const auto warned = post("/api/people", R"({"name":"王芳","former_names":[],"sex":"female"})");
    EXPECT_EQ(warned.status, 409);
    EXPECT_EQ(warned.code(), "people.namesake");
    EXPECT_EQ(warned.at("about"), "/api/people/" + wang_.id.text);
    const auto made =
        post("/api/people?again=true", R"({"name":"王芳","former_names":[],"sex":"female"})");
    EXPECT_EQ(made.status, 201) << made.text;
    EXPECT_TRUE(made.body.at("has_namesake").as_bool());
    EXPECT_NE(made.at("id"), wang_.id.text);
    EXPECT_TRUE(get(office, "/api/people").body.at("items").at(0).at("has_namesake").as_bool());
    EXPECT_EQ(post("/api/people", R"({"name":" ","former_names":[],"sex":"female"})").field(),
        "/name people.text_length");
}

TEST_P(PersonRoutes, TellNamesakesApartToWhoSeesWhatAPersonIs)
{
    EXPECT_THAT(get(office, "/api/people").text, Not(HasSubstr("apart"))) << "nobody is called so";
    ASSERT_TRUE(register_person(services(), office,
        {{.name = "王芳", .birth_month = "1980-12", .unit = "第一中学", .job = "教师"}}));
    const auto all = get(office, "/api/people?q=wangfang").text;
    EXPECT_THAT(all, HasSubstr(R"("apart":{"birth_month":"1980-12","unit":"第一中学")"));
    EXPECT_THAT(
        get(actor(Role::secretary_general), "/api/people?q=wangfang").text, HasSubstr("第一中学"));
    for (const auto role : {Role::reader, Role::member, Role::system_administrator}) {
        const auto seen = get(actor(role), "/api/people?q=wangfang").text;
        EXPECT_THAT(seen, HasSubstr(R"("has_namesake":true)"));
        EXPECT_THAT(seen, Not(HasSubstr("apart")));
        EXPECT_THAT(seen, Not(HasSubstr("第一中学")));
        EXPECT_THAT(seen, Not(HasSubstr("1980-12")));
    }
}

TEST_P(PersonRoutes, TellTheRecordWhichFieldsChangedAndNotTheWords)
{
    auto words = R"({"name":"王方","former_names":[],"sex":"female","birth_month":"1972-05",)"
                 R"("party":"农工党","ethnic_group":"回族","education":"博士"})";
    const auto edited = send(office, http::Method::patch, person(), words, 1);
    ASSERT_EQ(edited.status, 200) << edited.text;
    EXPECT_EQ(edited.body.at("former_names").at(0).as_string(), "王芳");
    EXPECT_EQ(send(office, http::Method::patch, person(), words, 1).status, 412);
    const auto history = get(office, person("/history"));
    const auto& newest = history.body.at("items").at(0);
    EXPECT_EQ(newest.at("action").as_string(), "registered_person.edit");
    EXPECT_THAT(boost::json::serialize(newest.at("fields")), HasSubstr("birth_month"));
    const auto recorded = everything_recorded();
    for (const auto* kept_out :
        {"1971-04", "民建", "满族", "1972-05", "农工党", "回族", "博士", "female"}) {
        EXPECT_THAT(recorded, Not(HasSubstr(kept_out)));
        EXPECT_THAT(history.text, Not(HasSubstr(kept_out)));
    }
    EXPECT_EQ(send(actor(Role::chairperson), http::Method::patch, person(), words, 2).status, 403);
}

TEST_P(PersonRoutes, LoseNoWordOfWhatWasReadAndIsSentBack)
{
    const auto words =
        R"({"name":"王方","former_names":["王芳"],"sex":"female","birth_month":"1972-05",)"
        R"("ethnic_group":"回族","party":"农工党","education":"博士","unit":"区图书馆","job":"馆长"})";
    ASSERT_EQ(send(office, http::Method::patch, person(), words, 1).status, 200);
    const auto read = get(office, person());
    const auto sent = boost::json::parse(words);
    boost::json::object back;
    for (const auto& [name, value] : sent.as_object()) {
        ASSERT_TRUE(read.body.as_object().contains(name)) << name;
        EXPECT_EQ(read.body.at(name), value) << name;
        back[name] = read.body.at(name);
    }
    back["education"] = "硕士";
    ASSERT_EQ(
        send(office, http::Method::patch, person(), boost::json::serialize(back), 2).status, 200);
    const auto again = get(office, person());
    EXPECT_EQ(again.at("education"), "硕士");
    EXPECT_EQ(again.at("unit"), "区图书馆");
    EXPECT_EQ(again.at("job"), "馆长");
}

} // namespace
} // namespace xieshang::people
