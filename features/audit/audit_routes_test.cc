// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_desk_test.h"
#include "features/members/rename_actions.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"
#include "platform/record/record.h"

namespace xieshang::audit {
namespace {

using testing::HasSubstr;
using testing::Not;

class Audit : public AuditDesk {
protected:
    std::string table() // without the marks around each cell
    {
        auto text = ask(auditor_, "/api/audit/acts/export").body;
        std::erase(text, '"');
        return text;
    }
};
ON_EVERY_DATABASE(Audit);

TEST_P(Audit, ShowsWhoDidWhatToWhichObjectAndNoContent)
{
    const auto page = acts("kind=person&sort=oldest&size=1");
    EXPECT_THAT(page, HasSubstr(R"("number":1)"));
    EXPECT_THAT(page, HasSubstr(R"("action":"person.add","result":"done","kind":"person")"));
    EXPECT_THAT(page, HasSubstr(R"("object_name":"王auditor")"));
    EXPECT_THAT(acts(), Not(HasSubstr(R"(login)"))); // the content of person.add
}

TEST_P(Audit, IsTheAuditorsAlone)
{
    for (const auto* path : {"/api/audit/acts", "/api/audit/acts/export", "/api/audit/record"}) {
        EXPECT_EQ(ask(office_, path).status, 403) << path;
        EXPECT_EQ(ask(auditor_, path).status, 200) << path;
    }
    EXPECT_EQ(send(office_, http::Method::post, "/api/audit/record/checks").status, 403);
}

TEST_P(Audit, ShowsARefusalOnceAMinute)
{
    ask(office_, "/api/audit/acts");
    ask(office_, "/api/audit/acts");
    EXPECT_THAT(recorded(), testing::ElementsAre("person.add", "person.add", "denial.access"));
    clock.advance(members::minute_ms);
    ask(office_, "/api/audit/acts");
    ask(office_, "/api/audit/record");
    EXPECT_EQ(recorded().size(), 5U);
    const auto page = acts("result=refused&person=" + office_.id);
    EXPECT_THAT(page, HasSubstr(R"("kind":"operation","object":"recordState")"));
    EXPECT_THAT(page, Not(HasSubstr("person.add")));
    EXPECT_THAT(acts("result=done"), Not(HasSubstr("denial")));
}

TEST_P(Audit, ShowsAFailedSignInWithoutWhatWasTyped)
{
    EXPECT_EQ(code_of_sign_in("office", "a wrong password"), "members.wrong_login_or_password");
    EXPECT_EQ(code_of_sign_in("secret typed here", "x"), "members.wrong_login_or_password");
    const auto page = acts("action=denial.sign_in");
    EXPECT_THAT(page, HasSubstr(R"("object":")" + office_.id));
    EXPECT_THAT(page, HasSubstr(R"("object":"","object_name":"")"));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr("secret")));
}

TEST_P(Audit, FindsByAPartOfTheNameOrLogin)
{
    ask(office_, "/api/audit/record"); // refused
    EXPECT_THAT(acts("q=OFF"), HasSubstr("denial.access"));
    EXPECT_THAT(acts("q=auditor"), Not(HasSubstr("denial.access")));
    EXPECT_THAT(acts("q=%25"), HasSubstr(R"("items":[])"));
    EXPECT_EQ(ask(auditor_, "/api/audit/acts", "result=perhaps").status, 422);
}

TEST_P(Audit, FindsByTheNameOfWhomOrWhatItWasAbout)
{
    add("zhao");
    const auto person = people::register_person(services(), office_, {{.name = "曾伟明"}}).value();
    people::OrganisationWords words{
        people::OrganisationKind::committee, "提案委员会", "提案办", "c-1", {}, {"2001-01-01", {}}};
    const auto body = people::add_organisation(services(), office_, words).value();
    for (const auto& part : {std::string("q=曾"), std::string("q=zengwei"), std::string("q=ZWM"),
             std::string("q=伟明&kind=registered_person"), "q=曾&person=" + office_.id}) {
        const auto page = acts(part);
        EXPECT_THAT(page, HasSubstr(R"("object_name":"曾伟明")")) << part;
        EXPECT_THAT(page, Not(HasSubstr(R"("action":"person.add")"))) << part;
    }
    EXPECT_THAT(acts("q=提案委"), HasSubstr(R"("object_name":"提案委员会")"));
    EXPECT_THAT(acts("q=提案委&object=" + body.id.text), HasSubstr("organisation.add"));
    EXPECT_THAT(acts("q=提案办"), HasSubstr(R"("items":[])")) << "he is not shown short names";
    EXPECT_THAT(acts("q=提案委&object=" + person.id.text), HasSubstr(R"("items":[])"));
    EXPECT_THAT(acts("q=zhao&action=person.add"), HasSubstr("person.add"));
    EXPECT_THAT(acts("q=曾&result=refused"), HasSubstr(R"("items":[])"));
}

TEST_P(Audit, FindsByTheNameWhatBelongsToSomebody)
{
    const auto zeng = people::register_person(services(), office_, {{.name = "曾伟明"}}).value().id;
    const auto body = people::add_organisation(services(), office_,
        {people::OrganisationKind::committee, "提案委员会", "提案办", "c-1", {},
            {"2001-01-01", {}}});
    const auto post = people::add_post(services(), office_, {body->id, "主任"}).value();
    const auto held =
        people::begin_tenure(services(), office_, {post.id, zeng, {"2002-01-01", {}}});
    ASSERT_TRUE(held);
    const auto page = acts("q=曾伟明&kind=tenure");
    EXPECT_THAT(page, HasSubstr("tenure.begin"));
    EXPECT_THAT(page, HasSubstr(R"("object_name":"曾伟明 · 提案委员会 · 主任")"));
    EXPECT_THAT(acts("kind=post"), HasSubstr(R"("object_name":"提案委员会 · 主任")"));
    EXPECT_THAT(acts("object=" + zeng.text), HasSubstr("tenure.begin"));
}

TEST_P(Audit, ShowsWhatARuleForbadeWithItsReason)
{
    const http::Telling barred{"changeRole", http::Told::barred, "", "members.last_administrator"};
    tell_record(services(), office_, barred);
    tell_record(services(), office_, barred);
    const auto page = acts("action=denial.rule&result=refused");
    EXPECT_THAT(page, HasSubstr(R"("audit.reason.members.last_administrator")"));
    EXPECT_THAT(page, HasSubstr(office_.id));
    EXPECT_EQ(page.find("denial.rule", page.find("denial.rule") + 1), page.npos) << "once a minute";
    EXPECT_THAT(table(), HasSubstr("最后一名管理员"));
}

TEST_P(Audit, ShowsAnActOfSomebodyAboutHimselfOnce)
{
    add("wang");
    token_of("wang");
    const auto page = acts("q=wang&action=person.sign_in");
    const auto first = page.find("person.sign_in");
    ASSERT_NE(first, page.npos);
    EXPECT_EQ(page.find("person.sign_in", first + 1), page.npos);
}

TEST_P(Audit, SaysWhichRoleWasGivenAndTakenAndWhoWasSuspended)
{
    const auto wang = add("wang", members::Role::member);
    const auto change = [&](members::Role role, bool granted) {
        ASSERT_TRUE(members::change_role(services(), office_, wang.id, {role, granted}));
    };
    change(members::Role::convenor, true);
    change(members::Role::member, false);
    for (const auto state : {members::PersonState::suspended, members::PersonState::active}) {
        ASSERT_TRUE(members::change_state(services(), office_, wang.id, state));
    }
    const auto about = [&](const std::string& action) {
        const auto page = acts("object=" + wang.id.text + "&action=" + action);
        const auto at = page.find(R"("about":)") + 8;
        return page.substr(at, page.find(']', at) + 1 - at);
    };
    EXPECT_EQ(about("person.add"), R"(["members.web.role.member"])");
    EXPECT_EQ(about("person.grant"), R"(["members.web.role.convenor"])");
    EXPECT_EQ(about("person.revoke"), R"(["members.web.role.member"])");
    EXPECT_EQ(about("person.suspend"), "[]");
    const auto acts_table = table();
    EXPECT_THAT(acts_table, HasSubstr("授予角色,person.grant,召集人,"));
    EXPECT_THAT(acts_table, HasSubstr("收回角色,person.revoke,委员,"));
    EXPECT_THAT(acts_table, HasSubstr("停用账号,person.suspend,"));
    EXPECT_THAT(acts_table, HasSubstr("恢复账号,person.reinstate,"));
}

TEST_P(Audit, NamesWhoActedAsHeWasCalledThen)
{
    const auto wang = add("wang");
    token_of("wang");
    const auto rename = [&](const std::string& name) {
        db().write([&](db::Tx& tx) {
            return members::rename_account(services(), tx, office_, wang.id, name).has_value();
        });
    };
    rename("王大协");
    token_of("wang");
    rename("王协");
    const auto page = acts("person=" + wang.id.text + "&sort=oldest");
    const auto second = page.find("王大协");
    EXPECT_THAT(page.substr(0, second), HasSubstr(R"("by_name":"王小协","by_name_now":"王协")"));
    EXPECT_THAT(page.substr(second), HasSubstr(R"(王大协","by_name_now":"王协")"));
    token_of("wang");
    EXPECT_THAT(acts("person=" + wang.id.text + "&size=1"),
        HasSubstr(R"("by_name":"王协","by_name_now":"")"));
    EXPECT_THAT(table(), HasSubstr("王小协,王协,"));
}

TEST_P(Audit, SaysWhoTypedACommand)
{
    const base::Actor typed{"cli:li/root", "命令行", members::bit(members::Role::office)};
    members::add_person(services(), typed, {"zhao", "赵敏", "right password", 1}).value();
    EXPECT_THAT(acts("person=cli:li/root"), HasSubstr(R"("by":"cli:li/root","by_name":"")"));
    EXPECT_THAT(table(), HasSubstr("命令行 li/root,"));
}

TEST_P(Audit, ShowsAlarmsToTheAuditorAndTheSecurityAdministrator)
{
    const base::Actor security{add("security", members::Role::security_administrator).id.text,
        "王小协", members::bit(members::Role::security_administrator)};
    db().write([&](db::Tx& tx) {
        record::append(tx, office_, services().clock.now(), services().random,
            {"alarm.contact_looks", "alarm", office_.id, 0, "{}"});
        return true;
    });
    const auto alarm = R"("action":"alarm.contact_looks","result":"alarm","kind":"alarm")";
    EXPECT_THAT(acts(), HasSubstr(alarm));
    EXPECT_THAT(acts("result=alarm"), AllOf(HasSubstr(alarm), Not(HasSubstr("person.add"))));
    EXPECT_THAT(acts("result=done"), Not(HasSubstr(alarm)));
    EXPECT_THAT(table(), HasSubstr("十分钟内查看联系方式达到 200 次,alarm.contact_looks,,警报,"));
    for (const auto& who : {auditor_, security}) {
        const auto answer = ask(who, "/api/audit/alarms");
        EXPECT_EQ(answer.status, 200);
        EXPECT_THAT(answer.body, AllOf(HasSubstr(alarm), Not(HasSubstr("person.add"))));
    }
    EXPECT_EQ(ask(office_, "/api/audit/alarms").status, 403);
    EXPECT_EQ(ask(security, "/api/audit/acts").status, 403);
}

TEST(ActShapes, KnowEveryDenialAndAlarmThatHasWords)
{
    const auto words = [](std::string_view action) {
        const auto code = "audit.event." + std::string(action);
        EXPECT_TRUE(texts::built_in().has(texts::Language::en, code)) << code;
    };
    for (const auto action : denied_actions) {
        words(action);
        EXPECT_EQ(result_of(action), ActResult::refused);
    }
    for (const auto action : alarm_actions) {
        words(action);
        EXPECT_EQ(result_of(action), ActResult::alarm);
    }
}

TEST_P(Audit, PagesThroughAllOfIt)
{
    const auto first = acts("size=1");
    EXPECT_THAT(first, HasSubstr(R"("number":2)"));
    const auto at = first.find(R"("next":")") + 8;
    const auto second = acts("size=1&after=" + first.substr(at, first.find('"', at) - at));
    EXPECT_THAT(second, HasSubstr(R"("number":1)"));
    EXPECT_THAT(second, HasSubstr(R"("next":null)"));
}

TEST_P(Audit, ExportsWithoutFormulasAndTellsOfIt)
{
    members::add_person(services(), members::program,
        {"li", "=1+1", "right password", members::bit(members::Role::reader)})
        .value();
    const auto table = ask(auditor_, "/api/audit/acts/export").body;
    EXPECT_THAT(table, HasSubstr("建立账号"));
    EXPECT_THAT(table, HasSubstr("'=1+1"));
    EXPECT_EQ(recorded().back(), "export.take");
    EXPECT_THAT(acts("action=export.take"), HasSubstr("exportActs"));
}

TEST_P(Audit, TellsHowTheRecordWasFound)
{
    EXPECT_THAT(ask(auditor_, "/api/audit/record").body, HasSubstr(R"("last_check":null)"));
    const auto sound = send(auditor_, http::Method::post, "/api/audit/record/checks");
    EXPECT_EQ(sound.status, 201);
    EXPECT_THAT(sound.body, HasSubstr(R"("events":2,"misfits":0)"));
    const auto state = ask(auditor_, "/api/audit/record").body;
    EXPECT_THAT(state, HasSubstr(R"("events":3)")); // the check itself
    EXPECT_THAT(state, HasSubstr(R"("last_check":{"at":)"));
    db().write([](db::Tx& tx) { // whoever can write the file, without the triggers
        tx.execute("UPDATE event_content SET content = '{}' WHERE sequence = 1");
        return true;
    });
    EXPECT_EQ(look_through_record(services()).misfits.size(), 1U);
}

} // namespace
} // namespace xieshang::audit
