// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_routes.h"

#include "features/members/member_routes.h"
#include "features/members/people_and_sessions_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {
namespace {

using testing::HasSubstr;

} // namespace

class AccountRoutes : public PeopleAndSessions {
protected:
    http::Response ask(http::Method method, const std::string& path, const std::string& body = "")
    {
        http::Api api(services(), texts::built_in(), [&](const http::Request& request) {
            return actor_of_request(services(), request, {PasswordProfile::cn_djbh});
        });
        add_account_routes(api, {PasswordProfile::cn_djbh});
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.remote_address = "192.0.2.1";
        request.headers = {{"Cookie", std::string(session_cookie_name(false)) + "=" + token},
            {"Idempotency-Key", "00000000-0000-4000-8000-00000000000" + std::to_string(asked_++)}};
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        return api.handle(request);
    }
    std::string token;

private:
    int asked_ = 1;
};
ON_EVERY_DATABASE(AccountRoutes);

TEST_P(AccountRoutes, ServeEverybodyHisOwnAccount)
{
    EXPECT_EQ(ask(http::Method::get, "/api/account").status, 401);
    add("wang");
    token = sign_in(services(), "wang", "right password", at_home)->token;
    clock.advance(password_lasts_ms);
    token = sign_in(services(), "wang", "right password", at_home)->token;
    EXPECT_THAT(ask(http::Method::get, "/api/account").body, HasSubstr(R"("password":"ended")"));
    const auto weak = ask(http::Method::post, "/api/account/password",
        R"({"old_password":"right password","new_password":"only small ones"})");
    EXPECT_EQ(weak.status, 422);
    EXPECT_THAT(weak.body, HasSubstr("members.password_kinds"));
    EXPECT_EQ(ask(http::Method::post, "/api/account/password",
                  R"({"old_password":"right password","new_password":"Large and 1 small"})")
                  .status,
        204);
    EXPECT_THAT(ask(http::Method::get, "/api/account").body, HasSubstr(R"("this_one":true)"));
    const auto wrong =
        ask(http::Method::post, "/api/account/proof", R"({"password":"right password"})");
    EXPECT_EQ(wrong.status, 422) << "401 would look like an ended session";
    EXPECT_THAT(wrong.body, HasSubstr("members.wrong_password"));
    EXPECT_EQ(ask(http::Method::del, "/api/account/sessions/0000000000000000").status, 404);
    EXPECT_EQ(ask(http::Method::del, "/api/account/sessions").status, 204);
    EXPECT_EQ(ask(http::Method::get, "/api/account").status, 401);
}

} // namespace xieshang::members
