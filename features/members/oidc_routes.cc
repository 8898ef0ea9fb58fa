// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_routes.h"

#include "features/members/member_routes.h"
#include "features/members/oidc_actions.h"
#include "features/members/oidc_shapes.h"
#include "features/members/policies.h"
#include "platform/oidc/address.h"

namespace xieshang::members {
namespace {

std::string browser_cookie(bool secure)
{
    return secure ? "__Host-xieshang-oidc" : "xieshang-oidc";
}

// Whoever forges Host is sent to an address that the provider does not know.
std::string redirect_uri_of(const http::Request& request)
{
    return (request.secure ? "https://" : "http://") + std::string(request.header("Host"))
        + "/api/oidc/callback";
}

base::Result<oidc::Client*> configured(oidc::Client* client)
{
    if (client == nullptr) {
        return base::trouble(base::Trouble::not_found, "oidc.off");
    }
    return client;
}

base::Result<OidcWay> begin(http::Call& call, oidc::Client* client, const OidcBegin& asked)
{
    const auto& request = call.request();
    const auto way = TRY(begin_oidc(call.services(), *TRY(configured(client)),
        {redirect_uri_of(request), asked.back.value_or(""), asked.link.value_or(""),
            asked.prove.value_or(false) ? std::optional(std::string(token_of(request)))
                                        : std::nullopt},
        caller_of(request)));
    call.set_cookie({.name = browser_cookie(request.secure),
        .value = way.browser,
        .max_age_s = oidc_begun_ms / 1000,
        .comes_back = true});
    return OidcWay{way.address};
}

http::Response see_other(const std::string& address)
{
    http::Response response;
    response.status = 303;
    response.set("Location", address);
    response.set("Referrer-Policy", "no-referrer"); // the code stands in this request's address
    return response;
}

// A browser came here by itself, so it is sent to a page that says in words what the code says.
base::Result<http::Response> come_back(
    http::Call& call, oidc::Client* client, const SignInRules& rules)
{
    const auto& request = call.request();
    const auto cookie = browser_cookie(request.secure);
    const auto given = [&](const char* name) { return request.parameter(name).value_or(""); };
    const OidcAnswer answer{given("code"), given("state"), given("iss"), given("error"),
        std::string(cookie_of(request, cookie))};
    auto finished =
        finish_oidc(call.services(), *TRY(configured(client)), answer, caller_of(request), rules);
    call.set_cookie({.name = cookie, .value = "", .max_age_s = 0, .comes_back = true});
    if (!finished) {
        return see_other("/sign-in?oidc=" + finished.error().code.substr(5)); // oidc.…
    }
    const auto& signed_in = finished->signed_in;
    if (signed_in && signed_in->awaits_code) {
        set_step_cookie(call, *signed_in);
        return see_other("/sign-in?step=second&back=" + oidc::escaped(finished->back));
    }
    if (signed_in) {
        call.set_cookie({std::string(session_cookie_name(request.secure)), signed_in->token});
    }
    return see_other(finished->back);
}

base::Result<OwnIdentity> show_own(http::Call& call, oidc::Client* client)
{
    if (client == nullptr) {
        return OwnIdentity{};
    }
    return own_identity(call.services(), client->settings(), token_of(call.request()));
}

base::Result<void> end_own(http::Call& call)
{
    return end_own_identity(call.services(), token_of(call.request()));
}

} // namespace

void add_oidc_routes(http::Api& api, oidc::Client* client, const SignInRules& rules)
{
    api.post("/api/oidc/begin",
        [client](http::Call& call, const OidcBegin& asked) { return begin(call, client, asked); },
        {.name = "beginOidc",
            .summary = "Begin to sign in at the configured provider: where the browser goes",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.get("/api/oidc/callback",
        [client, rules](http::Call& call) { return come_back(call, client, rules); },
        {.name = "finishOidc",
            .summary = "Where the provider sends the browser back: signs in and redirects",
            .policy = http::anyone});
    api.post("/api/oidc/links",
        [](http::Call& call, const OidcAccount& body) -> base::Result<OidcLinkView> {
            return OidcLinkView{TRY(make_oidc_link(call.services(), call.actor(), body.login))};
        },
        {.name = "makeOidcLink",
            .summary = "A one-time link that ties an identity of the provider to an account",
            .policy = system_administrators.with_fresh_proof(),
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/oidc/unlink",
        [](http::Call& call, const OidcAccount& body) -> base::Result<void> {
            return unlink_oidc(call.services(), call.actor(), body.login);
        },
        {.name = "unlinkOidc",
            .summary = "End an account's link to its identity at the provider",
            .policy = system_administrators});
    api.get("/api/account/identity", [client](http::Call& call) { return show_own(call, client); },
        {.name = "ownIdentity",
            .summary = "Whether one's own account is tied to an identity at the provider",
            .policy = http::any_account});
    api.del("/api/account/identity", end_own,
        {.name = "endOwnIdentity",
            .summary = "End that tie; needs a session proved within five minutes",
            .policy = http::any_account_freshly_proved});
}

} // namespace xieshang::members
