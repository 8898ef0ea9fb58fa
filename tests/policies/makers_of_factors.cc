// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {

namespace {

constexpr int none = 409;

std::string code(const std::string& digits) { return R"({"code":")" + digits + "\"}"; }

// Some visitors have a second factor, the others have begun one.
Case own(std::string name, Ask ask, int with_factor, int without)
{
    auto made = one(std::move(name), std::move(ask));
    made.status_of = [=](const Visitor& visitor) {
        return visitor.has_factor ? with_factor : without;
    };
    return made;
}

void add_own_factor(Makers& makers)
{
    makers["beginSecondFactor"] = [](const Things&) {
        return Cases{own("own", {.path = "/api/account/second-factor"}, none, 201)};
    };
    makers["confirmSecondFactor"] = [](const Things& things) {
        auto begun = own("own", {}, none, 201);
        begun.ask = [ways = things.ways](const Visitor&) {
            return Ask{
                .path = "/api/account/second-factor/confirmation", .body = code(ways->code_now())};
        };
        return Cases{begun};
    };
    makers["renewRecoveryCodes"] = [](const Things&) {
        return Cases{own("own", {.path = "/api/account/recovery-codes"}, 201, none)};
    };
    makers["removeSecondFactor"] = [](const Things&) {
        return Cases{own("own", {.path = "/api/account/second-factor"}, 204, none)};
    };
}

} // namespace

void add_makers_of_factors(Makers& makers)
{
    add_own_factor(makers);
    makers["takeSecondStep"] = [](const Things& things) {
        const auto& insiders = things.ways->insiders();
        return Cases{one("none", {.path = "/api/session/second-step", .body = code("123456")}, 422),
            one("one that waits",
                {.path = "/api/session/second-step",
                    .body = code(insiders.code),
                    .cookie = "xieshang-step=" + insiders.step},
                201)};
    };
    makers["acknowledgeFactorRemoval"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/second-factor/removal"}, 204)};
    };
    makers["removeLostFactor"] = [](const Things& things) {
        return Cases{
            one("an account without", {"/api/accounts/" + things.account + "/second-factor"}, none),
            one("an account with",
                {"/api/accounts/" + things.ways->insiders().id + "/second-factor"}),
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
