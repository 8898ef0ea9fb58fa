// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_routes.h"

#include "features/members/member_routes.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/passkeys/made_up_authenticator_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

using testing::HasSubstr;

class PasskeyRoutes : public PeopleAndSessions {
protected:
    http::Response ask(http::Method method, const std::string& path, const std::string& body = "")
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services(), request); },
            {.prove_again = "members.prove_again"});
        add_passkey_routes(api);
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.secure = true;
        request.remote_address = "192.0.2.1";
        request.headers = {{"Cookie", cookies}, {"Host", host},
            {"Idempotency-Key", "00000000-0000-4000-8000-" + std::to_string(asked_++)}};
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        return api.handle(request);
    }
    std::string text_in(const std::string& body, const std::string& name)
    {
        const auto at = body.find("\"" + name + "\":\"") + name.size() + 4;
        return body.substr(at, body.find('"', at) - at);
    }
    std::string challenge_of(const http::Response& begun)
    {
        EXPECT_EQ(begun.status, 201) << begun.body;
        return text_in(begun.body, "challenge");
    }

    std::string cookies;
    std::string host = "zx.example";

private:
    std::int64_t asked_ = 100'000'000'000;
};
ON_EVERY_DATABASE(PasskeyRoutes);

TEST_P(PasskeyRoutes, AddListNameAndSignIn)
{
    add("wang");
    EXPECT_EQ(ask(http::Method::get, "/api/account/passkeys").status, 401);
    cookies = std::string(session_cookie_name(true)) + "="
        + sign_in(services(), "wang", "right password", at_home)->token;
    const passkeys::MadeUpAuthenticator device;
    const auto begun = challenge_of(ask(http::Method::post, "/api/account/passkeys/begin"));
    const auto made = ask(http::Method::post, "/api/account/passkeys",
        R"({"name":"电脑","client_data":")" + crypto::base64url(device.client_data("create", begun))
            + R"(","authenticator_data":")" + crypto::base64url(device.making()) + "\"}");
    EXPECT_EQ(made.status, 201) << made.body;
    const auto own = "/api/account/passkeys/" + text_in(made.body, "id");
    EXPECT_EQ(ask(http::Method::patch, own, R"({"name":"手机"})").status, 204);
    EXPECT_THAT(ask(http::Method::get, "/api/account/passkeys").body, HasSubstr("手机"));

    cookies.clear();
    const auto way = ask(http::Method::post, "/api/passkeys/begin");
    const std::string cookie(way.header("Set-Cookie"));
    EXPECT_THAT(cookie, HasSubstr("__Host-xieshang-passkey="));
    EXPECT_THAT(cookie, HasSubstr("SameSite=Strict"));
    cookies = cookie.substr(0, cookie.find(';'));
    const auto answer = device.answer(challenge_of(way));
    const auto body = R"({"credential_id":")" + crypto::base64url(device.credential_id)
        + R"(","client_data":")" + crypto::base64url(answer.client_data)
        + R"(","authenticator_data":")" + crypto::base64url(answer.authenticator_data)
        + R"(","signature":")" + crypto::base64url(answer.signature) + "\"}";
    const auto in = ask(http::Method::post, "/api/passkeys/session", body);
    EXPECT_EQ(in.status, 201) << in.body;
    EXPECT_THAT(in.body, HasSubstr(R"("login":"wang")"));
    EXPECT_THAT(ask(http::Method::post, "/api/passkeys/session", body).body,
        HasSubstr("passkeys.not_begun"));
}

TEST_P(PasskeyRoutes, SayWhereNoPasskeyCanBe)
{
    host = "192.0.2.1:8443";
    const auto refused = ask(http::Method::post, "/api/passkeys/begin");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("passkeys.no_place"));
    EXPECT_EQ(
        ask(http::Method::post, "/api/passkeys/session", R"({"credential_id":"a"})").status, 422);
}

} // namespace xieshang::members
