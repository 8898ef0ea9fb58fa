// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_routes.h"

#include "features/members/account_actions.h"
#include "features/members/member_actions.h"
#include "features/members/policies.h"
#include "platform/json/json.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

namespace xieshang::members {
namespace {

using testing::HasSubstr;
using testing::Not;
const base::Actor program{"", "command line", 0};

class MemberRoutes : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        services_.emplace(services::Services{db(), clock, random_, files_});
        api_.emplace(services(), texts::built_in(),
            [this](const http::Request& request) { return actor_of_request(services(), request); });
        add_member_routes(*api_, {.version = "1.2.3", .demo = false});
        api_->get("/api/office-only",
            [](http::Call& call) -> base::Result<DemoSignIn> {
                return DemoSignIn{call.actor().name};
            },
            {.name = "officeOnly", .summary = "For this test", .policy = office});
        wang =
            add_person(services(), program, {"wang", "王小协", "right password", bit(Role::office)})
                .value()
                .id;
        add_person(services(), program, {"li", "李小商", "right password", bit(Role::reader)})
            .value();
    }
    services::Services& services() { return *services_; }

    http::Response ask(http::Method method, const std::string& path, const std::string& body = "")
    {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.remote_address = address;
        request.request_id = "00000000-0000-7000-8000-000000000000";
        request.secure = secure;
        request.headers = {
            {"Host", "zx.example"}, {"Accept-Language", "en"}, {"User-Agent", "Firefox"}};
        if (method != http::Method::get) {
            request.headers.push_back(
                {"Idempotency-Key", "00000000-0000-4000-8000-" + std::to_string(++keys_)});
        }
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        if (!cookie.empty()) {
            request.headers.push_back({"Cookie", "theme=dark; " + cookie});
        }
        return api_->handle(request);
    }
    http::Response sign_in(const std::string& login, const std::string& password)
    {
        return ask(http::Method::post, "/api/session", json::write(SignIn{login, password}));
    }
    // Signs in and keeps the cookie as a browser does.
    void come_in(const std::string& login)
    {
        const auto answer = sign_in(login, "right password");
        ASSERT_EQ(answer.status, 201) << answer.body;
        keep_cookie(answer);
    }
    void keep_cookie(const http::Response& answer)
    {
        const auto set = answer.header("Set-Cookie");
        cookie = std::string(set.substr(0, set.find(';')));
    }
    std::vector<std::string> recorded()
    {
        return db().read([](db::Tx& tx) {
            return tx.all<std::string>(
                "SELECT action FROM event WHERE sequence > 2 ORDER BY sequence");
        });
    }
    http::Api& api() { return *api_; }

    tests::FakeClock clock;
    std::string address = "192.0.2.1";
    std::string cookie;
    PersonId wang;
    bool secure = false;

private:
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    std::optional<services::Services> services_;
    std::optional<http::Api> api_;
    std::int64_t keys_ = 100'000'000'000;
};
ON_EVERY_DATABASE(MemberRoutes);

using Codes = std::vector<std::string>;
constexpr auto get = http::Method::get;
constexpr auto post = http::Method::post;
constexpr auto del = http::Method::del;

} // namespace

TEST_P(MemberRoutes, KnowNobodyWithoutACookie)
{
    EXPECT_EQ(ask(get, "/api/session").status, 401);
    EXPECT_EQ(ask(get, "/api/office-only").status, 401);
    cookie = "xieshang=" + std::string(43, 'x');
    EXPECT_EQ(ask(get, "/api/session").status, 401);
}

TEST_P(MemberRoutes, SignInShowAndSignOut)
{
    const auto answer = sign_in("WANG", "right password");
    EXPECT_EQ(answer.status, 201);
    EXPECT_THAT(answer.body, HasSubstr(R"("name":"王小协","login":"wang","roles":["office"])"));
    keep_cookie(answer);
    const auto shown = ask(get, "/api/session");
    EXPECT_EQ(shown.status, 200);
    EXPECT_THAT(answer.body, HasSubstr(shown.body.substr(0, shown.body.size() - 1)))
        << "and whether a code is asked";
    EXPECT_EQ(ask(get, "/api/office-only").status, 200);

    const auto ended = ask(del, "/api/session");
    EXPECT_EQ(ended.status, 204);
    EXPECT_THAT(std::string(ended.header("Set-Cookie")), HasSubstr("Max-Age=0"));
    EXPECT_EQ(ask(get, "/api/session").status, 401) << "the old cookie opens nothing";
    EXPECT_EQ(ask(del, "/api/session").status, 204) << "who is out already may leave again";
    EXPECT_EQ(recorded(), (Codes{"person.sign_in", "person.sign_out"}));
}

TEST_P(MemberRoutes, GiveACookieThatScriptsAndOtherSitesCannotUse)
{
    const std::string plain(sign_in("wang", "right password").header("Set-Cookie"));
    EXPECT_EQ(plain.rfind("xieshang=", 0), 0U) << plain;
    for (const auto* attribute : {"HttpOnly", "SameSite=Strict", "Path=/"}) {
        EXPECT_THAT(plain, HasSubstr(attribute));
    }
    EXPECT_THAT(plain, Not(HasSubstr("Secure")));
    EXPECT_THAT(plain, Not(HasSubstr("Domain")));
    secure = true;
    const std::string by_tls(sign_in("wang", "right password").header("Set-Cookie"));
    EXPECT_EQ(by_tls.rfind("__Host-xieshang=", 0), 0U) << by_tls;
    EXPECT_THAT(by_tls, HasSubstr("Secure"));
}

TEST_P(MemberRoutes, GiveTheBrowserATokenOfItsOwnWhichOutlastsTheSession)
{
    const auto device_of = [](const http::Response& answer) {
        std::string found;
        for (const auto& [name, value] : answer.headers) {
            found +=
                name == "Set-Cookie" && value.find("-device=") != std::string::npos ? value : "";
        }
        return found;
    };
    const auto plain = device_of(sign_in("wang", "right password"));
    EXPECT_EQ(plain.rfind("xieshang-device=", 0), 0U) << plain;
    EXPECT_THAT(plain, HasSubstr("; Path=/; HttpOnly; SameSite=Strict; Max-Age=15552000"));
    secure = true;
    const auto by_tls = device_of(sign_in("wang", "right password"));
    EXPECT_EQ(by_tls.rfind("__Host-xieshang-device=", 0), 0U) << by_tls;
    EXPECT_THAT(by_tls, HasSubstr("Secure"));
    EXPECT_EQ(device_of(sign_in("wang", "wrong password")), "");

    for (int i = 0; i < 5; ++i) { // by another at the same address
        EXPECT_EQ(sign_in("wang", "guess").status, i < 4 ? 401 : 429) << i;
    }
    EXPECT_EQ(sign_in("wang", "right password").status, 429);
    cookie = by_tls.substr(0, by_tls.find(';'));
    EXPECT_EQ(sign_in("wang", "right password").status, 201);
}

TEST_P(MemberRoutes, LeaveNothingInTheBrowserAtASignOut)
{
    come_in("wang");
    EXPECT_EQ(ask(get, "/api/session").header("Clear-Site-Data"), "");
    EXPECT_EQ(ask(del, "/api/session").header("Clear-Site-Data"), R"("cache", "storage")");
}

TEST_P(MemberRoutes, TakeNoCookieOfTheOtherName)
{
    come_in("wang");
    secure = true;
    EXPECT_EQ(ask(get, "/api/session").status, 401) << "another host could have set it";
    cookie = "__Host-" + cookie;
    EXPECT_EQ(ask(get, "/api/session").status, 200);
    secure = false;
    EXPECT_EQ(ask(get, "/api/session").status, 401);
}

TEST_P(MemberRoutes, AnswerAnUnknownLoginLikeAWrongPassword)
{
    const auto wrong = sign_in("wang", "wrong password");
    const auto unknown = sign_in("nobody", "right password");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(wrong.body, unknown.body);
    EXPECT_THAT(wrong.body, HasSubstr("members.wrong_login_or_password"));
    EXPECT_THAT(wrong.body, HasSubstr("The login or the password is wrong"));
    EXPECT_EQ(wrong.header("Set-Cookie"), "");
    EXPECT_EQ(recorded(), (Codes{"denial.sign_in", "denial.sign_in"}));
}

TEST_P(MemberRoutes, NameAMissingOrUnknownField)
{
    const auto missing = ask(post, "/api/session", R"({"login":"wang"})");
    EXPECT_EQ(missing.status, 422);
    EXPECT_THAT(missing.body, HasSubstr("/password"));
    const auto unknown =
        ask(post, "/api/session", R"({"login":"wang","password":"x","admin":true})");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_THAT(unknown.body, HasSubstr("/admin"));
    EXPECT_EQ(ask(post, "/api/session", "{").status, 400);
}

TEST_P(MemberRoutes, LimitGuessesWithoutLockingTheOwnerOut)
{
    come_in("wang");
    for (int i = 0; i < 5; ++i) {
        address = "198.51.100." + std::to_string(i);
        EXPECT_EQ(sign_in("wang", "guess").status, 401);
    }
    address = "198.51.100.77";
    const auto limited = sign_in("wang", "right password");
    EXPECT_EQ(limited.status, 429);
    EXPECT_EQ(limited.header("Retry-After"), "180");
    EXPECT_THAT(limited.body, HasSubstr("try again in 3 minutes"));
    address = "192.0.2.1";
    EXPECT_EQ(sign_in("wang", "right password").status, 201);
}

TEST_P(MemberRoutes, LimitAnUnknownLoginAlike)
{
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(sign_in("nobody", "guess").status, 401);
    }
    EXPECT_EQ(sign_in("nobody", "guess").header("Retry-After"), "180");
}

TEST_P(MemberRoutes, EndAnOfficeSessionAfterHalfAnHourOfSilence)
{
    come_in("wang");
    clock.advance(staff_idle_ms - 1);
    EXPECT_EQ(ask(get, "/api/session").status, 200);
    clock.advance(staff_idle_ms);
    EXPECT_EQ(ask(get, "/api/session").status, 401);
}

TEST_P(MemberRoutes, RefuseTheNextRequestOfOneWhoIsSuspended)
{
    come_in("wang");
    ASSERT_TRUE(change_state(services(), program, wang, PersonState::suspended));
    EXPECT_EQ(ask(get, "/api/session").status, 401);
    EXPECT_EQ(ask(get, "/api/office-only").status, 401);
    EXPECT_EQ(sign_in("wang", "right password").status, 401);
}

TEST_P(MemberRoutes, RefuseAReaderWhatIsTheOffices)
{
    come_in("li");
    EXPECT_EQ(ask(get, "/api/session").status, 200);
    EXPECT_EQ(ask(get, "/api/office-only").status, 403);
}

TEST_P(MemberRoutes, ReplaceTheSessionWhenAnotherSignsInAtTheSameBrowser)
{
    come_in("wang");
    const auto old = cookie;
    come_in("li");
    EXPECT_THAT(ask(get, "/api/session").body, HasSubstr("李小商"));
    cookie = old;
    EXPECT_EQ(ask(get, "/api/session").status, 401);
}

TEST_P(MemberRoutes, SayWhatTheServerIs)
{
    EXPECT_EQ(ask(get, "/api/about").body,
        R"({"name":"Xieshang 协商","version":"1.2.3","demo":false,)"
        R"("demo_accounts":[],"setup_needed":false,"oidc":"",)"
        R"("password_profile":"asvs"})");
    EXPECT_EQ(ask(post, "/api/demo/session", R"({"login":"office"})").status, 404)
        << "only in demo mode";
}

} // namespace xieshang::members
