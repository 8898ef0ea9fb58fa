// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

// The passkey of "office, none", and none.
std::function<Cases(const Things&)> of_one_owner(std::string body)
{
    return [body](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return Ask{.path = "/api/account/passkeys/" + id, .body = body};
        };
        auto foreign = one("of another", ask(things.passkey), 404);
        foreign.presence = Presence::secret;
        foreign.status_of = [](const Visitor& visitor) {
            return visitor.name == "office, none" ? 204 : 404;
        };
        return Cases{foreign, nothing(ask(std::string(no_id)))};
    };
}

} // namespace

// What is another's is answered as what is not there.
void add_makers_of_passkeys(Makers& makers)
{
    makers["ownPasskeys"] = [](const Things&) {
        return Cases{one("own", {"/api/account/passkeys"})};
    };
    makers["beginPasskey"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/passkeys/begin"}, 201)};
    };
    makers["addPasskey"] = [](const Things& things) {
        auto whole = one("a new one", {}, 201);
        whole.ask = [ways = things.ways](const Visitor& visitor) {
            return Ask{
                .path = "/api/account/passkeys", .body = ways->made_passkey(visitor.challenge)};
        };
        return Cases{one("half", {.path = "/api/account/passkeys", .body = "{}"}, 422), whole};
    };
    makers["namePasskey"] = of_one_owner(R"({"name":"x"})");
    makers["removePasskey"] = of_one_owner("");
    makers["beginPasskeySignIn"] = [](const Things&) {
        return Cases{one("any", {.path = "/api/passkeys/begin"}, 201)};
    };
    makers["signInByPasskey"] = [](const Things& things) {
        const auto& insiders = things.ways->insiders();
        return Cases{one("half", {.path = "/api/passkeys/session", .body = "{}"}, 422),
            one("one that was begun",
                {.path = "/api/passkeys/session",
                    .body = things.ways->answer_of_passkey(insiders.challenge),
                    .cookie = "xieshang-passkey=" + insiders.browser},
                201)};
    };
}

} // namespace xieshang::policies
