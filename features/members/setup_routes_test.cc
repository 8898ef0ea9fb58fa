// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first start: nobody is there yet, or only the demo's invented people.
#include "features/members/demo_actions.h"
#include "features/members/first_three_test.h"
#include "features/members/member_routes.h"
#include "features/members/setup_actions.h"
#include "platform/json/json.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

namespace xieshang::members {
namespace {

using testing::HasSubstr;

constexpr auto get = http::Method::get;
constexpr auto post = http::Method::post;

class EmptyHouse : public tests::OnEveryDatabase {
protected:
    http::Response ask(
        bool demo, http::Method method, const std::string& path, const std::string& body = "")
    {
        services::Services services{db(), clock_, random_, files_};
        http::Api api(services, texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services, request); });
        add_member_routes(api, {.version = "1.2.3", .demo = demo});
        if (demo) {
            seed_demo_people(services);
            add_demo_routes(api);
        }
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.remote_address = "192.0.2.1";
        request.headers = {
            {"Idempotency-Key", "00000000-0000-4000-8000-000000000001"}, {"Cookie", cookie_}};
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        auto answer = api.handle(request);
        if (const auto set = answer.header("Set-Cookie"); !set.empty()) {
            cookie_ = std::string(set.substr(0, set.find(';')));
        }
        return answer;
    }
    std::string link()
    {
        services::Services services{db(), clock_, random_, files_};
        return make_setup_link(services).value();
    }

private:
    tests::FakeClock clock_;
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    std::string cookie_;
};
ON_EVERY_DATABASE(EmptyHouse);

} // namespace

TEST_P(EmptyHouse, IsSetUpByTheLinkOnce)
{
    EXPECT_THAT(ask(false, get, "/api/about").body, HasSubstr(R"("setup_needed":true)"));
    const auto first = good_three(link());
    const auto state = [&](const std::string& token) {
        return ask(false, post, "/api/setup/link", json::write(SetupLink{token})).body;
    };
    EXPECT_EQ(state(first.token), R"({"usable":true,"setup_needed":true})");
    EXPECT_EQ(state("another"), R"({"usable":false,"setup_needed":true})");
    auto foreign = first;
    foreign.token = "another";
    const auto unknown = ask(false, post, "/api/setup", json::write(foreign));
    EXPECT_EQ(unknown.status, 422);
    EXPECT_THAT(unknown.body, HasSubstr("members.setup_link_spent"));
    auto weak = first;
    weak.security_administrator.password = "anquan";
    const auto refused = ask(false, post, "/api/setup", json::write(weak));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr(R"("/security_administrator/password")"));
    const auto of_one = ask(false, post, "/api/setup",
        R"({"token":"x","auditor":{"login":"shenji","name":"陈","password":"12345678"}})");
    EXPECT_EQ(of_one.status, 422);
    EXPECT_THAT(of_one.body, HasSubstr(R"("/security_administrator")"));
    const auto done = ask(false, post, "/api/setup", json::write(first));
    EXPECT_EQ(done.status, 201);
    EXPECT_THAT(done.body, HasSubstr(R"("login":"xitong","roles":["system_administrator"])"));
    EXPECT_THAT(done.body, HasSubstr(R"("login":"anquan","roles":["security_administrator"])"));
    EXPECT_THAT(done.body, HasSubstr(R"("login":"shenji","roles":["auditor"])"));
    EXPECT_EQ(ask(false, get, "/api/session").status, 401) << "each of the three signs in";
    const auto spent = ask(false, post, "/api/setup", json::write(first));
    EXPECT_EQ(spent.status, 409);
    EXPECT_THAT(spent.body, HasSubstr("members.setup_done"));
    EXPECT_EQ(state(first.token), R"({"usable":false,"setup_needed":false})");
    EXPECT_THAT(ask(false, get, "/api/about").body, HasSubstr(R"("setup_needed":false)"));
}

TEST_P(EmptyHouse, LetsPeopleLookAroundInDemoMode)
{
    const auto about = ask(true, get, "/api/about").body;
    EXPECT_THAT(about, HasSubstr(R"("demo":true,"demo_accounts":[{"login":"auditor")"));
    EXPECT_THAT(about, HasSubstr(R"("setup_needed":false)"));
    EXPECT_EQ(ask(true, post, "/api/demo/session", R"({"login":"nobody"})").status, 404);
    EXPECT_EQ(ask(true, post, "/api/demo/session", R"({"login":"office"})").status, 201);
    EXPECT_THAT(ask(true, get, "/api/session").body, HasSubstr("演示"));
}

} // namespace xieshang::members
