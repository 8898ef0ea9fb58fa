// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

constexpr int unreadable = 422; // the rules of the body: what comes after the policy

Ask account(const std::string& id, const std::string& what, const std::string& body = {})
{
    return {.path = "/api/accounts/" + id + "/" + what, .body = body};
}

std::string object(std::initializer_list<std::pair<std::string_view, std::string>> members)
{
    boost::json::object made;
    for (const auto& [name, value] : members) {
        made[name] = value;
    }
    return boost::json::serialize(made);
}

void add_doors(Makers& makers)
{
    makers["about"] = [](const Things&) { return Cases{one("it", {"/api/about"})}; };
    makers["signIn"] = [](const Things& things) {
        return Cases{one("blank", {.path = "/api/session", .body = R"({"login":"","password":""})"},
                         unreadable),
            one("a password",
                {.path = "/api/session",
                    .body = object({{"login", things.ways->insiders().login},
                        {"password", std::string(known_password)}})},
                201)};
    };
    makers["signOut"] = [](const Things&) { return Cases{one("own", {"/api/session"}, 204)}; };
    makers["signInAsDemo"] = [](const Things& things) {
        return Cases{one("a real person",
                         {.path = "/api/demo/session", .body = R"({"login":"zhang-san"})"}, 404),
            one("an invented one",
                {.path = "/api/demo/session",
                    .body = object({{"login", things.ways->insiders().demo}})},
                201)};
    };
    makers["lookAtSetupLink"] = [](const Things&) {
        return Cases{one("spent", {.path = "/api/setup/link", .body = R"({"token":"t"})"})};
    };
    makers["setUp"] = [](const Things&) {
        return Cases{one("spent",
            {.path = "/api/setup",
                .body =
                    R"({"token":"t",
"system_administrator":{"login":"xitong","name":"王小协","password":"wide river at dawn"},
"security_administrator":{"login":"anquan","name":"李小商","password":"nine lanterns burning"},
"auditor":{"login":"shenji","name":"陈小议","password":"quiet ledger of rain"}})"},
            409)};
    };
    makers["useAccountLink"] = [](const Things& things) {
        return Cases{
            one("blank", {.path = "/api/account/link", .body = R"({"code":"","password":""})"},
                unreadable),
            one("a link",
                {.path = "/api/account/link",
                    .body = object({{"code", things.ways->insiders().link_code},
                        {"password", "nine lanterns burning"}})},
                201)};
    };
    makers["beginOidc"] = [](const Things&) {
        return Cases{one("off", {.path = "/api/oidc/begin", .body = "{}"}, 404)};
    };
    makers["finishOidc"] = [](const Things&) {
        return Cases{one("off", {"/api/oidc/callback"}, 404)};
    };
}

void add_own_account(Makers& makers)
{
    makers["ownIdentity"] = [](const Things&) {
        return Cases{one("own", {"/api/account/identity"})};
    };
    makers["endOwnIdentity"] = [](const Things&) {
        return Cases{one("own", {"/api/account/identity"}, 204)};
    };
    makers["session"] = [](const Things&) { return Cases{one("own", {"/api/session"})}; };
    makers["ownAccount"] = [](const Things&) { return Cases{one("own", {"/api/account"})}; };
    makers["changePassword"] = [](const Things&) {
        return Cases{one("half", {.path = "/api/account/password", .body = "{}"}, unreadable),
            one("own",
                {.path = "/api/account/password",
                    .body = object({{"old_password", std::string(known_password)},
                        {"new_password", "nine lanterns burning"}})},
                204)};
    };
    makers["proveAgain"] = [](const Things&) {
        return Cases{one("half", {.path = "/api/account/proof", .body = "{}"}, unreadable),
            one("by password",
                {.path = "/api/account/proof",
                    .body = object({{"password", std::string(known_password)}})},
                204)};
    };
    makers["beginProof"] = [](const Things&) {
        return Cases{one("own", {.path = "/api/account/proof/begin"}, 201)};
    };
    makers["endAllSessions"] = [](const Things&) {
        return Cases{one("own", {"/api/account/sessions"}, 204)};
    };
    makers["endSession"] = [](const Things& things) {
        auto own = one("own", {}, 204);
        own.ask = [](const Visitor& visitor) {
            return Ask{"/api/account/sessions/"
                + (visitor.other_session.empty() ? "none" : visitor.other_session)};
        };
        auto foreign = one("of another", {"/api/account/sessions/" + things.session}, 404);
        foreign.presence = Presence::secret;
        foreign.status_of = [](const Visitor& visitor) {
            return visitor.name == "office, none" ? 204 : 404;
        };
        return Cases{own, foreign, nothing({"/api/account/sessions/0123456789abcdef"})};
    };
}

} // namespace

void add_makers_of_accounts(Makers& makers)
{
    add_doors(makers);
    add_own_account(makers);
    makers["accounts"] = [](const Things&) { return Cases{one("all", {"/api/accounts"})}; };
    makers["makeAccount"] = [](const Things&) {
        return Cases{one(
            "new", {.path = "/api/accounts", .body = R"({"login":"li-si","name":"李四"})"}, 201)};
    };
    makers["makeAccountLink"] = [](const Things& things) {
        return Cases{one("an account", account(things.account, "link"), 201),
            nothing(account(std::string(no_id), "link"))};
    };
    makers["changeAccountState"] = [](const Things& things) {
        const std::string body = R"({"state":"suspended"})";
        return Cases{one("an account", account(things.account, "state", body)),
            nothing(account(std::string(no_id), "state", body))};
    };
    makers["changeAccountRole"] = [](const Things& things) {
        const std::string body = R"({"role":"office","granted":true})";
        return Cases{one("an account", account(things.account, "roles", body)),
            nothing(account(std::string(no_id), "roles", body))};
    };
    makers["makeOidcLink"] = [](const Things&) {
        return Cases{
            one("an account", {.path = "/api/oidc/links", .body = R"({"login":"zhang-san"})"}, 201),
            nothing({.path = "/api/oidc/links", .body = R"({"login":"wu-ming"})"})};
    };
    makers["unlinkOidc"] = [](const Things&) {
        return Cases{one("an account",
                         {.path = "/api/oidc/unlink", .body = R"({"login":"zhang-san"})"}, 204),
            nothing({.path = "/api/oidc/unlink", .body = R"({"login":"wu-ming"})"})};
    };
}

} // namespace xieshang::policies
