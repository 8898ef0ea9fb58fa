// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 三员分立 (AZ-03) in the register: whatever names an account makes no two of the three
// administrators look like one person, and the office ties none of them.
#include "features/members/account_actions.h"
#include "features/members/member_actions.h"
#include "features/people/people_desk_test.h"
#include "features/people/roster_desk_test.h"

namespace xieshang::people {
namespace {

using members::Role;

const base::Actor program{"", "command line", 0};
constexpr std::string_view nowhere = "00000000-0000-4000-8000-000000000000";

PersonId administrator(services::Services& services, Role role, const std::string& name)
{
    return members::add_person(services, program,
        {.login = members::names_of(members::bit(role)),
            .name = name,
            .password = "right password",
            .roles = members::bit(role)})
        .value()
        .id;
}

// Somebody of the register becomes one of the three.
void make_administrator(services::Services& services, const RegisteredPerson& person, Role role)
{
    ASSERT_TRUE(
        members::make_account(services, program, {"of-register", person.words.name, person.id}));
    const auto link = members::make_account_link(services, program, person.id).value();
    ASSERT_TRUE(members::use_account_link(
        services, {link.code, "春江潮水连海平上"}, {"192.0.2.1", "Firefox", ""}, {}));
    const auto granted = members::change_role(services, program, person.id, {role, true});
    ASSERT_TRUE(granted) << granted.error().code;
}

class AdministratorsNames : public PeopleDesk {
protected:
    Answer rename(const std::string& name, std::int64_t version)
    {
        return send(office, http::Method::patch, person("?again=true"),
            R"({"name":")" + name + R"("})", version);
    }
    std::string name_of_account(const PersonId& id)
    {
        return members::find_account(services(), id)->name;
    }
    Answer tie(const std::string& account, const std::string& name)
    {
        return post("/api/people?again=true&account_id=" + account,
            R"({"name":")" + name + R"(","former_names":[],"sex":"unsaid"})");
    }
    std::int64_t events()
    {
        return db().read(
            [](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) FROM event"); });
    }
};
ON_EVERY_DATABASE(AdministratorsNames);

TEST_P(AdministratorsNames, AreNotMadeThoseOfAnotherOfTheThreeByTheRegister)
{
    administrator(services(), Role::system_administrator, "何系统");
    make_administrator(services(), wang_, Role::auditor);
    const auto before = events();
    const auto refused = rename("何系统", 1);
    EXPECT_EQ(refused.status, 422) << refused.text;
    EXPECT_EQ(refused.field(), "/name people.name_of_administrator");
    EXPECT_EQ(refused.text.find("system_administrator"), std::string::npos) << "whose login it is";
    EXPECT_EQ(rename(" 何系统", 1).status, 422);
    EXPECT_EQ(events(), before) << "nothing of it is kept";
    EXPECT_EQ(get(office, person()).at("name"), "王芳");
    EXPECT_EQ(name_of_account(wang_.id), "王芳");
    EXPECT_EQ(rename("王方", 1).status, 200) << "another name is his own affair";
    EXPECT_EQ(name_of_account(wang_.id), "王方");
}

TEST_P(AdministratorsNames, MayBeThoseOfWhoIsNoAdministratorOrOfTheSameKind)
{
    administrator(services(), Role::auditor, "许审计");
    EXPECT_EQ(rename("许审计", 1).status, 200) << "nobody's account";
    EXPECT_EQ(rename("王芳", 2).status, 200);
    make_administrator(services(), wang_, Role::auditor);
    EXPECT_EQ(rename("许审计", 3).status, 200) << "his other account, with the same role";
}

TEST_P(AdministratorsNames, StandInTheRegisterByNoWordOfTheOffice)
{
    const auto reader = members::add_person(
        services(), program, {"li", "李强", "right password", members::bit(Role::reader)})
                            .value();
    const auto absent = tie(std::string(nowhere), "何某");
    EXPECT_EQ(absent.status, 422);
    EXPECT_EQ(absent.field(), "/account_id people.no_account");
    for (const auto role :
        {Role::system_administrator, Role::security_administrator, Role::auditor}) {
        const auto name = "何" + members::names_of(members::bit(role));
        const auto id = administrator(services(), role, name);
        const auto before = events();
        const auto refused = tie(id.text, "何某");
        EXPECT_EQ(refused.status, absent.status);
        EXPECT_EQ(refused.text, absent.text) << "not told from one that is not there";
        EXPECT_EQ(tie(id.text, "王芳").text, tie(std::string(nowhere), "王芳").text);
        EXPECT_EQ(events(), before);
        EXPECT_EQ(name_of_account(id), name);
    }
    EXPECT_EQ(tie(reader.id.text, "李强").status, 201);
}

class RosterOfAdministrators : public RosterDesk {};
ON_EVERY_DATABASE(RosterOfAdministrators);

TEST_P(RosterOfAdministrators, SaysWhichRowWouldNameOneLikeAnother)
{
    administrator(services_ref(), Role::system_administrator, "何系统");
    const auto wang = person({.name = "王芳"});
    make_administrator(services_ref(), wang, Role::auditor);
    auto draft = chosen("姓名,党派\n何系统,民盟\n李强,民建\n");
    draft.options.people = {{2, wang.id}};
    draft = choose(draft.import.id, draft.options);
    const auto shown = preview(draft);
    ASSERT_EQ(shown.outcomes.at(0).row.troubles.size(), 1U);
    EXPECT_EQ(shown.outcomes[0].row.troubles[0].code, "people.name_of_administrator");
    EXPECT_EQ(shown.outcomes[0].row.troubles[0].field, RosterField::name);
    EXPECT_EQ(shown.outcomes[0].kind, RowKind::wrong);
    EXPECT_EQ(confirm(draft).error().code, "roster.rows_open");
    ASSERT_TRUE(confirm(draft, true));
    EXPECT_EQ(people().at("王芳").words, wang.words) << "the row is left out, whole";
    EXPECT_TRUE(people().contains("李强"));
    expect_sound();
}

TEST_P(RosterOfAdministrators, WritesNothingWhereTwoRowsNameTwoOfThemAlike)
{
    const auto wang = person({.name = "王芳"});
    const auto li = person({.name = "李强"});
    make_administrator(services_ref(), wang, Role::auditor);
    ASSERT_TRUE(members::make_account(services_ref(), program, {"li", "李强", li.id}));
    const auto link = members::make_account_link(services_ref(), program, li.id).value();
    ASSERT_TRUE(members::use_account_link(
        services_ref(), {link.code, "春江潮水连海平上"}, {"192.0.2.1", "Firefox", ""}, {}));
    ASSERT_TRUE(
        members::change_role(services_ref(), program, li.id, {Role::security_administrator, true}));
    auto draft = chosen("姓名,党派\n何同,民盟\n何同,民建\n");
    draft.options.people = {{2, wang.id}, {3, li.id}};
    draft = choose(draft.import.id, draft.options);
    const auto refused = confirm(draft);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).code, "people.name_of_administrator");
    EXPECT_EQ(people().at("王芳").words, wang.words);
    EXPECT_EQ(people().at("李强").words, li.words);
    expect_sound();
}

} // namespace
} // namespace xieshang::people
