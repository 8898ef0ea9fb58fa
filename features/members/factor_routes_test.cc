// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_routes.h"
#include "features/members/factor_fixture_test.h"
#include "features/members/member_routes.h"

#include <gmock/gmock.h>

namespace xieshang::members {

using testing::HasSubstr;
using testing::Not;

class FactorRoutes : public WithFactors {
protected:
    http::Response ask(http::Method method, const std::string& path, const std::string& body = "")
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services(), request); },
            {.prove_again = "members.prove_again"});
        add_member_routes(api, {.version = "1"});
        add_account_routes(api, {});
        add_factor_routes(api, {});
        add_administration_routes(api, {});
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.remote_address = at_home.address;
        request.headers = {{"Cookie", cookie},
            {"Idempotency-Key", "00000000-0000-4000-8000-" + std::to_string(asked_++)}};
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        auto answer = api.handle(request);
        const std::string set(answer.header("Set-Cookie"));
        if (answer.status == 201 && !set.empty()) {
            cookie = set.substr(0, set.find(';'));
        }
        return answer;
    }
    http::Response post(const std::string& path, const std::string& body = "")
    {
        return ask(http::Method::post, path, body);
    }
    std::string cookie;

private:
    std::int64_t asked_ = 100'000'000'000;
};
ON_EVERY_DATABASE(FactorRoutes);

TEST_P(FactorRoutes, AskForACodeBeforeThereIsASession)
{
    add("wang", Role::office);
    EXPECT_EQ(post("/api/account/second-factor").status, 401);
    const auto word = R"({"login":"wang","password":"right password"})";
    EXPECT_THAT(post("/api/session", word).body, HasSubstr(R"("code_asked":false)"));
    const auto begun = post("/api/account/second-factor");
    EXPECT_EQ(begun.status, 201);
    const auto at = begun.body.find(R"("secret":")") + 10;
    secret = decoded(begun.body.substr(at, 32));
    EXPECT_EQ(post("/api/account/second-factor/confirmation", R"({"code":"x"})").status, 422);
    EXPECT_THAT(
        post("/api/account/second-factor/confirmation", R"({"code":")" + code() + R"("})").body,
        HasSubstr(R"("codes":[")"));
    clock.advance(crypto::totp_step_ms);
    const auto first = post("/api/session", word);
    EXPECT_EQ(first.status, 201);
    EXPECT_THAT(first.body, HasSubstr(R"("code_asked":true)"));
    EXPECT_THAT(first.body, Not(HasSubstr("王小协"))) << "nothing is said of him yet";
    EXPECT_THAT(cookie, HasSubstr("xieshang-step="));
    EXPECT_EQ(ask(http::Method::get, "/api/session").status, 401);
    EXPECT_EQ(post("/api/session/second-step", R"({"code":"000000"})").status, 422);
    const auto second = post("/api/session/second-step", R"({"code":")" + code() + R"("})");
    EXPECT_EQ(second.status, 201);
    EXPECT_THAT(second.body, HasSubstr("王小协"));
}

TEST_P(FactorRoutes, LetTheSystemAdministratorAloneRemoveALostOneAndExportTellsTheRecord)
{
    const auto wang = add("wang");
    add_factor(token_of("wang"));
    add("system", Role::system_administrator);
    add("security", Role::security_administrator);
    const auto path = "/api/accounts/" + wang.id.text + "/second-factor";
    const auto as = [&](const std::string& login) {
        cookie = std::string(session_cookie_name(false)) + "=" + token_of(login);
    };
    as("security");
    EXPECT_EQ(ask(http::Method::del, path).status, 403);
    as("system");
    EXPECT_THAT(
        ask(http::Method::get, "/api/accounts").body, HasSubstr(R"("has_second_factor":true)"));
    EXPECT_EQ(ask(http::Method::del, path).status, 200);
    EXPECT_EQ(ask(http::Method::del, path).status, 409);
    const auto table = ask(http::Method::get, "/api/accounts/export");
    EXPECT_EQ(table.status, 200);
    EXPECT_THAT(recorded(), testing::Contains("account.export"));
    clock.advance(fresh_ms);
    EXPECT_THAT(ask(http::Method::del, path).body, HasSubstr("members.prove_again"));
}

} // namespace xieshang::members
