// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_routes.h"

#include "features/members/member_routes.h"
#include "features/members/passkey_actions.h"

namespace xieshang::members {
namespace {

std::string browser_cookie(bool secure)
{
    return secure ? "__Host-xieshang-passkey" : "xieshang-passkey";
}

// Whoever forges Host gets what no credential was made for: browsers tell the page's own name.
base::Result<PasskeyPlace> place_of(const http::Request& request)
{
    return passkey_place(request.header("Host"), request.secure);
}

base::Result<std::vector<OwnPasskey>> list(http::Call& call)
{
    return own_passkeys(call.services(), token_of(call.request()));
}

base::Result<PasskeyBegun> begin_adding(http::Call& call)
{
    const auto& request = call.request();
    return begin_passkey(
        call.services(), token_of(request), TRY(place_of(request)), caller_of(request));
}

base::Result<OwnPasskey> add(http::Call& call, const PasskeyMade& body)
{
    const auto& request = call.request();
    return add_passkey(call.services(), token_of(request), TRY(place_of(request)), body);
}

base::Result<void> rename(http::Call& call, const PasskeyId& id, const PasskeyName& body)
{
    return name_passkey(call.services(), token_of(call.request()), id, body.name);
}

base::Result<void> remove(http::Call& call, const PasskeyId& id)
{
    return remove_passkey(call.services(), token_of(call.request()), id);
}

base::Result<PasskeyAsked> begin_sign_in(http::Call& call)
{
    const auto& request = call.request();
    auto way =
        TRY(begin_passkey_sign_in(call.services(), TRY(place_of(request)), caller_of(request)));
    call.set_cookie({.name = browser_cookie(request.secure),
        .value = way.browser,
        .max_age_s = passkey_ceremony_ms / 1000});
    return std::move(way.asked);
}

base::Result<SessionView> sign_in_with(http::Call& call, const PasskeyAnswer& body)
{
    const auto& request = call.request();
    const auto cookie = browser_cookie(request.secure);
    auto signed_in = sign_in_by_passkey(call.services(), TRY(place_of(request)),
        cookie_of(request, cookie), body, caller_of(request));
    call.set_cookie({.name = cookie, .value = "", .max_age_s = 0});
    return give_session(call, TRY(std::move(signed_in)));
}

void add_own(http::Api& api)
{
    api.get("/api/account/passkeys", list,
        {.name = "ownPasskeys", .summary = "One's own passkeys", .policy = http::any_account});
    api.post("/api/account/passkeys/begin", begin_adding,
        {.name = "beginPasskey",
            .summary = "What a browser needs to make a passkey; needs a fresh proof",
            .policy = http::any_account_freshly_proved,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/account/passkeys", add,
        {.name = "addPasskey",
            .summary = "Keep the passkey that a browser has made",
            .policy = http::any_account,
            .status = 201});
    api.patch("/api/account/passkeys/{id}", rename,
        {.name = "namePasskey",
            .summary = "Give one of one's own passkeys another name; needs a fresh proof",
            .policy = http::any_account_freshly_proved});
    api.del("/api/account/passkeys/{id}", remove,
        {.name = "removePasskey",
            .summary = "Remove one of one's own passkeys; needs a fresh proof",
            .policy = http::any_account_freshly_proved});
}

} // namespace

void add_passkey_routes(http::Api& api)
{
    add_own(api);
    api.post("/api/passkeys/begin", begin_sign_in,
        {.name = "beginPasskeySignIn",
            .summary = "A challenge for whoever signs in by a passkey",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
    api.post("/api/passkeys/session", sign_in_with,
        {.name = "signInByPasskey",
            .summary = "Sign in by a passkey, which stands for both factors",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::members
