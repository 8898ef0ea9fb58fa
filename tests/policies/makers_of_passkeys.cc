// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {

// What is another's is answered as what is not there.
void add_makers_of_passkeys(Makers& makers)
{
    makers["ownIdentity"] = [](const Things&) {
        return Cases{one("own", {"/api/account/identity"})};
    };
    makers["endOwnIdentity"] = [](const Things&) {
        return Cases{one("own", {"/api/account/identity"}, 204)};
    };
    makers["ownPasskeys"] = [](const Things&) {
        return Cases{one("own", {"/api/account/passkeys"})};
    };
    makers["beginPasskey"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/passkeys/begin"}, 201)};
    };
    makers["addPasskey"] = [](const Things&) {
        return Cases{one("half", {.path = "/api/account/passkeys", .body = "{}"}, 422)};
    };
    makers["namePasskey"] = [](const Things&) {
        return Cases{nothing(
            {.path = "/api/account/passkeys/" + std::string(no_id), .body = R"({"name":"x"})"})};
    };
    makers["removePasskey"] = [](const Things&) {
        return Cases{nothing({"/api/account/passkeys/" + std::string(no_id)})};
    };
    makers["beginPasskeySignIn"] = [](const Things&) {
        return Cases{one("any", {.path = "/api/passkeys/begin"}, 201)};
    };
    makers["signInByPasskey"] = [](const Things&) {
        return Cases{one("half", {.path = "/api/passkeys/session", .body = "{}"}, 422)};
    };
}

} // namespace xieshang::policies
