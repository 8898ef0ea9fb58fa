// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_routes.h"

#include "features/audit/audit_actions.h"
#include "features/members/account_routes.h"
#include "features/members/member_routes.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/json/json.h"

#include <gmock/gmock.h>

namespace xieshang::audit {
namespace {

using members::Role;
using testing::HasSubstr;
using testing::Not;

class Audit : public members::PeopleAndSessions {
protected:
    void SetUp() override
    {
        PeopleAndSessions::SetUp();
        if (!IsSkipped()) {
            auditor_ = {add("auditor", Role::auditor).id.text, "王小协", bit(Role::auditor)};
            office_ = {add("office", Role::office).id.text, "王小协", bit(Role::office)};
        }
    }
    http::Response ask(
        const base::Actor& by, const std::string& path, const std::string& query = {})
    {
        return send(by, http::Method::get, path, query);
    }
    http::Response send(const base::Actor& by, http::Method method, const std::string& path,
        const std::string& query = {})
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request&) { return std::optional(by); },
            {.tell = [&](const base::Actor& actor, std::string_view operation, http::Told told) {
                (told == http::Told::refused ? keep_denial : keep_export)(
                    services(), actor, operation);
            }});
        add_audit_routes(api);
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        request.headers = {{"Idempotency-Key", "00000000-0000-4000-8000-100000000000"},
            {"Accept-Language", "zh-CN"}};
        return api.handle(request);
    }
    std::string acts(const std::string& query = {})
    {
        return ask(auditor_, "/api/audit/acts", query).body;
    }

    base::Actor auditor_;
    base::Actor office_;
};

TEST_P(Audit, ShowsWhoDidWhatToWhichObjectAndNoContent)
{
    const auto page = acts("kind=person&sort=oldest&size=1");
    EXPECT_THAT(page, HasSubstr(R"("number":1)"));
    EXPECT_THAT(page, HasSubstr(R"("action":"person.add","result":"done","kind":"person")"));
    EXPECT_THAT(page, HasSubstr(R"("object_name":"王小协")"));
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
    members::add_person(
        services(), members::program, {"li", "=1+1", "right password", bit(Role::reader)})
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

ON_EVERY_DATABASE(Audit);

} // namespace
} // namespace xieshang::audit
