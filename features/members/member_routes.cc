// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_routes.h"

#include "features/members/demo_actions.h"
#include "features/members/factor_shapes.h"
#include "features/members/policies.h"
#include "features/members/second_step_actions.h"
#include "features/members/session_actions.h"
#include "features/members/setup_actions.h"

#include <algorithm>

namespace xieshang::members {
namespace {

std::string step_cookie_name(bool secure)
{
    return secure ? "__Host-xieshang-step" : "xieshang-step";
}

base::Result<SessionView> show_session(http::Call& call, const SignInRules& rules)
{
    auto visit = TRY(visit_here(call.services(), token_of(call.request())));
    const auto attention = attention_of(visit, rules, call.services().clock.now());
    return SessionView{{std::move(visit.id), std::move(visit.name), std::move(visit.login),
        role_names(visit.roles), attention}};
}

base::Result<SignInView> begin(http::Call& call, const SignIn& body, const SignInRules& rules)
{
    return give_step(call,
        TRY(sign_in(call.services(), body.login, body.password, caller_of(call.request()), rules)),
        rules);
}

base::Result<SessionView> take_second_step(
    http::Call& call, const FactorCode& body, const SignInRules& rules)
{
    const auto cookie = step_cookie_name(call.request().secure);
    auto signed_in = TRY(sign_in_second_step(call.services(),
        {cookie_of(call.request(), cookie), body.code}, caller_of(call.request())));
    call.set_cookie({.name = cookie, .value = "", .max_age_s = 0});
    return give_session(call, std::move(signed_in), rules);
}

base::Result<SessionView> begin_demo(http::Call& call, const DemoSignIn& body)
{
    return give_session(
        call, TRY(sign_in_as_demo(call.services(), body.login, caller_of(call.request()))));
}

base::Result<SetupLinkView> look_at_link(http::Call& call, const SetupLink& body)
{
    return look_at_setup_link(call.services(), body.token);
}

base::Result<SetUpView> set_up(http::Call& call, const FirstThree& body, const SignInRules& rules)
{
    SetUpView view;
    for (auto& person :
        TRY(use_setup_link(call.services(), body, rules.passwords(), caller_of(call.request())))) {
        view.people.push_back({std::move(person.id), std::move(person.name),
            std::move(person.login), role_names(person.roles)});
    }
    return view;
}

std::string device_cookie_name(bool secure)
{
    return secure ? "__Host-xieshang-device" : "xieshang-device";
}

base::Result<void> end(http::Call& call)
{
    sign_out(call.services(), token_of(call.request()));
    clear_browser(call);
    return {};
}

AboutView about_view(services::Services& services, const About& about)
{
    AboutView view{
        .name = "Xieshang 协商", .version = about.version, .demo = about.demo, .demo_accounts = {}};
    view.oidc = about.oidc;
    view.password_profile = about.profile;
    if (about.demo) {
        view.demo_accounts = demo_accounts(services);
    } else {
        view.setup_needed = is_setup_needed(services);
    }
    return view;
}

} // namespace

// Without Max-Age: the cookie ends with the browser, the session by its own rules.
SessionView give_session(http::Call& call, SignedIn signed_in, const SignInRules& rules)
{
    call.set_cookie({std::string(session_cookie_name(call.request().secure)), signed_in.token});
    if (!signed_in.device_token.empty()) {
        call.set_cookie({.name = device_cookie_name(call.request().secure),
            .value = signed_in.device_token,
            .max_age_s = known_for_ms / 1000});
    }
    const auto visit = visit_of(call.services(), signed_in.token);
    return {{std::move(signed_in.id), std::move(signed_in.name), std::move(signed_in.login),
        role_names(signed_in.roles),
        visit ? attention_of(*visit, rules, call.services().clock.now()) : std::nullopt}};
}

void set_step_cookie(http::Call& call, const SignedIn& waiting)
{
    call.set_cookie({.name = step_cookie_name(call.request().secure),
        .value = waiting.token,
        .max_age_s = second_step_ms / 1000});
}

// Not "cookies": the browser stays known, and this session's cookie is taken away by itself.
void clear_browser(http::Call& call)
{
    call.set_cookie({.name = std::string(session_cookie_name(call.request().secure)),
        .value = "",
        .max_age_s = 0});
    call.set_header("Clear-Site-Data", R"("cache", "storage")");
}

SignInView give_step(http::Call& call, SignedIn signed_in, const SignInRules& rules)
{
    if (signed_in.awaits_code) { // nothing is said of him yet
        set_step_cookie(call, signed_in);
        return {std::nullopt, true};
    }
    return {give_session(call, std::move(signed_in), rules).person, false};
}

std::string_view token_of(const http::Request& request)
{
    return cookie_of(request, session_cookie_name(request.secure));
}

std::string_view cookie_of(const http::Request& request, std::string_view name)
{
    std::string_view rest = request.header("Cookie");
    while (!rest.empty()) {
        const auto end = rest.find(';');
        auto pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
    }
    return {};
}

Caller caller_of(const http::Request& request)
{
    return {request.remote_address, std::string(request.header("User-Agent")),
        std::string(token_of(request)),
        std::string(cookie_of(request, device_cookie_name(request.secure)))};
}

std::string_view session_cookie_name(bool secure)
{
    return secure ? "__Host-xieshang" : "xieshang";
}

std::optional<base::Actor> actor_of_request(
    services::Services& services, const http::Request& request, const SignInRules& rules)
{
    return actor_of(services, token_of(request), rules);
}

std::optional<base::Actor> actor_watching(
    services::Services& services, const http::Request& request, const SignInRules& rules)
{
    return actor_watching(services, token_of(request), rules);
}

// Answers that set a cookie hold a secret, so they are not kept under the Idempotency-Key: a retry
// signs in again. Nor is what holds passwords, whose digest would stand beside it.
void add_member_routes(http::Api& api, const About& about)
{
    api.get("/api/about",
        [about](http::Call& call) -> base::Result<AboutView> {
            return about_view(call.services(), about);
        },
        {.name = "about",
            .summary = "What this server is, and whether it has to be set up",
            .policy = http::anyone});
    api.get("/api/session",
        [rules = about.rules()](http::Call& call) { return show_session(call, rules); },
        {.name = "session", .summary = "Who is signed in", .policy = http::any_account});
    api.post("/api/session",
        [rules = about.rules()](
            http::Call& call, const SignIn& body) { return begin(call, body, rules); },
        {.name = "signIn",
            .summary = "Sign in with login and password; who has a second factor is asked for it",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/session/second-step",
        [rules = about.rules()](http::Call& call, const FactorCode& body) {
            return take_second_step(call, body, rules);
        },
        {.name = "takeSecondStep",
            .summary = "Finish a sign-in with a code of the second factor, or a recovery code",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.del("/api/session", end,
        {.name = "signOut",
            .summary = "End this session",
            .policy = http::anyone,
            .settles = http::Settles::by_itself});
    api.post("/api/setup/link", look_at_link, // a token in an address would stand in logs
        {.name = "lookAtSetupLink",
            .summary = "Whether the one-time link still works; changes nothing",
            .policy = http::anyone,
            .settles = http::Settles::by_itself});
    api.post("/api/setup",
        [rules = about.rules()](
            http::Call& call, const FirstThree& body) { return set_up(call, body, rules); },
        {.name = "setUp",
            .summary = "Make the three administrators by the one-time link; signs nobody in",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
}

void add_demo_routes(http::Api& api)
{
    api.post("/api/demo/session", begin_demo,
        {.name = "signInAsDemo",
            .summary = "Sign in as an invented person; only in demo mode",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::members
