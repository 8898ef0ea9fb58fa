// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_routes.h"
#include "features/members/member_routes.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/json/json.h"

#include <gmock/gmock.h>

namespace xieshang::members {

using testing::HasSubstr;
using testing::Not;

class Administration : public PeopleAndSessions {
protected:
    void SetUp() override
    {
        PeopleAndSessions::SetUp();
        if (!IsSkipped()) {
            add("system", Role::system_administrator);
            add("security", Role::security_administrator);
            add("auditor", Role::auditor);
            add("office", Role::office);
        }
    }
    http::Response ask(const std::string& login, const std::string& path, const std::string& body)
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services(), request); },
            {.prove_again = "members.prove_again"});
        add_administration_routes(api, {});
        const auto signed_in = sign_in(services(), login, "right password", at_home);
        http::Request request;
        request.method = body.empty() ? http::Method::get : http::Method::post;
        request.path = path;
        request.body = body == "-" ? "" : body;
        request.headers = {{"Cookie",
                               std::string(session_cookie_name(false)) + "="
                                   + (signed_in ? signed_in->token : "")},
            {"Idempotency-Key", "00000000-0000-4000-8000-" + std::to_string(asked_++)},
            {"Content-Type", "application/json"}};
        clock.advance(wait_);
        return api.handle(request);
    }
    std::int64_t wait_ = 0;

private:
    std::int64_t asked_ = 100'000'000'000;
};
ON_EVERY_DATABASE(Administration);

TEST_P(Administration, LiesInThreeHands)
{
    const auto id = add("li").id.text;
    const struct {
        std::string path;
        std::string body;
        std::string by; // alone
        int status;
    } rows[]{
        {"/api/accounts", R"({"login":"zhao","name":"赵"})", "system", 201},
        {"/api/accounts/" + id + "/link", "-", "system", 201},
        {"/api/accounts/" + id + "/state", R"({"state":"suspended"})", "system", 200},
        {"/api/accounts/" + id + "/roles", R"({"role":"office","granted":true})", "security", 200},
    };
    for (const auto& row : rows) {
        for (const auto* login : {"office", "auditor", "system", "security"}) {
            if (login != row.by) {
                EXPECT_EQ(ask(login, row.path, row.body).status, 403) << login << row.path;
            }
        }
        EXPECT_EQ(ask(row.by, row.path, row.body).status, row.status) << row.path;
    }
    EXPECT_EQ(ask("office", "/api/accounts", "").status, 403);
    const auto all = ask("auditor", "/api/accounts", "");
    EXPECT_EQ(all.status, 200);
    EXPECT_THAT(all.body, HasSubstr(R"("login":"zhao")"));
    EXPECT_THAT(all.body, Not(HasSubstr("argon2")));
}

TEST_P(Administration, AsksForThePasswordAgainBeforeARoleIsGiven)
{
    const auto id = add("li").id.text;
    wait_ = fresh_ms;
    const auto stale =
        ask("security", "/api/accounts/" + id + "/roles", R"({"role":"office","granted":true})");
    EXPECT_EQ(stale.status, 403);
    EXPECT_THAT(stale.body, HasSubstr("members.prove_again"));
    EXPECT_THAT(
        ask("system", "/api/accounts/" + id + "/link", "-").body, HasSubstr("members.prove_again"));
    EXPECT_THAT(ask("system", "/api/accounts/" + id + "/state", R"({"state":"suspended"})").body,
        HasSubstr("members.prove_again"));
}

TEST_P(Administration, GivesALinkThatSignsThePersonIn)
{
    const auto id = add("li").id.text;
    const auto made = ask("system", "/api/accounts/" + id + "/link", "-").body;
    const auto at = made.find(R"("code":")") + 8;
    const auto code = made.substr(at, 29);
    const auto used = ask("nobody", "/api/account/link",
        R"({"code":")" + code + R"(","password":"春江潮水连海平上"})");
    EXPECT_EQ(used.status, 201) << used.body;
    EXPECT_THAT(std::string(used.header("Set-Cookie")), HasSubstr("xieshang="));
}

} // namespace xieshang::members
