// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_routes.h"

#include "features/members/account_actions.h"
#include "features/members/member_routes.h"
#include "features/members/oidc_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/oidc/made_up_provider_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class OidcRoutes : public PeopleAndSessions {
protected:
    http::Response ask(http::Method method, const std::string& path, const std::string& body = "",
        const std::string& query = "")
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services(), request); },
            {.prove_again = "members.prove_again"});
        add_oidc_routes(api, configured ? &client() : nullptr);
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        request.body = body;
        request.secure = true;
        request.remote_address = "192.0.2.1";
        request.headers = {{"Cookie", cookies}, {"Host", "zx.example"},
            {"Idempotency-Key", "00000000-0000-4000-8000-" + std::to_string(asked_++)}};
        if (!body.empty()) {
            request.headers.push_back({"Content-Type", "application/json"});
        }
        return api.handle(request);
    }
    void be(const std::string& login)
    {
        cookies = std::string(session_cookie_name(true)) + "="
            + sign_in(services(), login, "right password", at_home)->token;
    }
    // The browser's way to the provider; afterwards it holds the cookie.
    std::string begin(const std::string& body = R"({"back":"/plans"})")
    {
        const auto begun = ask(http::Method::post, "/api/oidc/begin", body);
        EXPECT_EQ(begun.status, 201) << begun.body;
        const std::string cookie(begun.header("Set-Cookie"));
        EXPECT_THAT(cookie, HasSubstr("HttpOnly"));
        EXPECT_THAT(cookie, HasSubstr("SameSite=Lax")) << "the browser comes from another site";
        cookies = cookie.substr(0, cookie.find(';'));
        provider.nonce = oidc::proof_of(cookies.substr(cookies.find('=') + 1)).nonce;
        const auto at = begun.body.find("&state=") + 7;
        return begun.body.substr(at, begun.body.find('&', at) - at);
    }
    http::Response come_back(const std::string& state, const std::string& more = "code=c")
    {
        return ask(http::Method::get, "/api/oidc/callback", "", more + "&state=" + state);
    }
    oidc::Client& client()
    {
        if (!client_) {
            client_ = std::make_unique<oidc::Client>(
                oidc::made_up_settings(), provider.fetch(clock), clock);
        }
        return *client_;
    }

    std::string cookies;
    bool configured = true;
    oidc::MadeUpProvider provider;

private:
    std::int64_t asked_ = 100'000'000'000;
    std::unique_ptr<oidc::Client> client_;
};
ON_EVERY_DATABASE(OidcRoutes);

TEST_P(OidcRoutes, SignIn)
{
    add("wang");
    const auto back = come_back(begin());
    EXPECT_EQ(back.status, 303);
    EXPECT_EQ(back.header("Location"), "/plans");
    EXPECT_EQ(back.header("Referrer-Policy"), "no-referrer") << "the code stands in the address";
    std::string set;
    for (const auto& [name, value] : back.headers) {
        set += name == "Set-Cookie" ? value + "\n" : "";
    }
    EXPECT_THAT(set, HasSubstr("__Host-xieshang-oidc=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"))
        << "the secret is used up";
    EXPECT_THAT(set, HasSubstr("__Host-xieshang="));
}

TEST_P(OidcRoutes, SendWhoIsRefusedToAPageThatSaysWhy)
{
    const auto ends = [&](const std::string& state, const std::string& more = "code=c") {
        const auto back = come_back(state, more);
        EXPECT_THAT(std::string(back.header("Set-Cookie")), Not(HasSubstr("__Host-xieshang=")));
        return std::string(back.header("Location"));
    };
    EXPECT_EQ(ends(begin()), "/sign-in?oidc=unknown_person");
    EXPECT_EQ(ends("forged"), "/sign-in?oidc=not_begun");
    EXPECT_EQ(ends(begin(), "error=access_denied"), "/sign-in?oidc=cancelled");
    EXPECT_EQ(ends(begin(), "code="), "/sign-in?oidc=refused_there");
    EXPECT_EQ(ends(begin(), "code=c&iss=https%3A%2F%2Fevil.example"), "/sign-in?oidc=not_believed");
    const auto state = begin();
    provider.down = true;
    EXPECT_EQ(ends(state), "/sign-in?oidc=unreachable");
    EXPECT_EQ(rows("session"), 0);
}

TEST_P(OidcRoutes, SayThatNoProviderIsThere)
{
    configured = false;
    EXPECT_THAT(ask(http::Method::post, "/api/oidc/begin", "{}").body, HasSubstr("oidc.off"));
    EXPECT_EQ(ask(http::Method::get, "/api/oidc/callback").status, 404);
    add("wang");
    be("wang");
    EXPECT_EQ(ask(http::Method::get, "/api/account/identity").body,
        R"({"provider":"","linked_at":null})");
}

TEST_P(OidcRoutes, GiveLinksToTheSystemAdministratorAlone)
{
    const auto li = add("li");
    add("office", Role::office);
    add("security", Role::security_administrator);
    add("system", Role::system_administrator);
    for (const auto* path : {"/api/oidc/links", "/api/oidc/unlink"}) {
        cookies = "";
        EXPECT_EQ(ask(http::Method::post, path, R"({"login":"li"})").status, 401) << path;
        for (const auto* login : {"li", "office", "security"}) {
            be(login);
            EXPECT_EQ(ask(http::Method::post, path, R"({"login":"li"})").status, 403) << login;
        }
        be("system");
        EXPECT_EQ(ask(http::Method::post, path, R"({"login":"nobody"})").status, 404);
    }
    const auto other = ask(http::Method::post, "/api/oidc/links", R"({"login":"security"})");
    EXPECT_THAT(other.body, HasSubstr("members.administrator_link"));
    const auto made = ask(http::Method::post, "/api/oidc/links", R"({"login":"li"})");
    EXPECT_EQ(made.status, 201);
    const auto token = made.body.substr(made.body.find(R"("token":")") + 9, 43);
    provider.login = "";
    EXPECT_EQ(come_back(begin(R"({"back":"/plans","link":")" + token + "\"}")).header("Location"),
        "/plans");
    be("system");
    EXPECT_EQ(ask(http::Method::post, "/api/oidc/unlink", R"({"login":"li"})").status, 204);
    EXPECT_EQ(rows("oidc_identity"), 0);
    ASSERT_TRUE(change_state(services(), program, li.id, PersonState::suspended));
    EXPECT_EQ(ask(http::Method::post, "/api/oidc/links", R"({"login":"li"})").status, 409);
}

TEST_P(OidcRoutes, ShowAndEndOnesOwnIdentity)
{
    add("wang");
    const auto own = [&] { return ask(http::Method::get, "/api/account/identity"); };
    EXPECT_EQ(own().status, 401);
    be("wang");
    EXPECT_EQ(own().body, R"({"provider":"ID","linked_at":null})");
    ASSERT_EQ(come_back(begin()).header("Location"), "/plans");
    be("wang");
    EXPECT_THAT(own().body, HasSubstr(R"("linked_at":)"));
    EXPECT_THAT(own().body, Not(HasSubstr("u1"))) << "the subject may be a number of the person";
    clock.advance(fresh_ms);
    EXPECT_THAT(ask(http::Method::del, "/api/account/identity").body, HasSubstr("prove_again"));
    EXPECT_EQ(rows("oidc_identity"), 1);
    be("wang");
    EXPECT_EQ(ask(http::Method::del, "/api/account/identity").status, 204);
    EXPECT_EQ(own().body, R"({"provider":"ID","linked_at":null})");
    EXPECT_EQ(recorded().back(), "person.unlink_identity");
}

} // namespace xieshang::members
