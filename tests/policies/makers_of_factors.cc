// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {

// Nobody of the test has a second factor: what follows the policy says so.
void add_makers_of_factors(Makers& makers)
{
    constexpr int none = 409;
    makers["beginSecondFactor"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/second-factor"}, 201)};
    };
    makers["confirmSecondFactor"] = [](const Things&) {
        return Cases{one("not begun",
            {.path = "/api/account/second-factor/confirmation", .body = R"({"code":"123456"})"},
            none)};
    };
    makers["takeSecondStep"] = [](const Things&) { // no sign-in waits for one
        return Cases{
            one("none", {.path = "/api/session/second-step", .body = R"({"code":"123456"})"}, 422)};
    };
    makers["renewRecoveryCodes"] = [](const Things&) {
        return Cases{one("none", {.path = "/api/account/recovery-codes"}, none)};
    };
    makers["removeSecondFactor"] = [](const Things&) {
        return Cases{one("none", {.path = "/api/account/second-factor"}, none)};
    };
    makers["acknowledgeFactorRemoval"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/second-factor/removal"}, 204)};
    };
    makers["removeLostFactor"] = [](const Things& things) {
        return Cases{
            one("an account without", {"/api/accounts/" + things.account + "/second-factor"}, none),
            nothing({"/api/accounts/" + std::string(no_id) + "/second-factor"})};
    };
    makers["exportAccounts"] = [](const Things&) {
        return Cases{one("all", {"/api/accounts/export"})};
    };
    makers["account"] = [](const Things& things) {
        return Cases{one("an account", {"/api/accounts/" + things.account}),
            nothing({"/api/accounts/" + std::string(no_id)})};
    };
}

} // namespace xieshang::policies
