// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

// The import of a roster, and none; what it is asked comes after its id.
std::function<Cases(const Things&)> roster(
    std::string rest, std::string body = {}, std::int64_t version = 0, int status = 200)
{
    return [=](const Things& things) {
        const auto at = [&](const std::string& id) {
            return Ask{
                .path = "/api/roster-imports/" + id + rest, .body = body, .version = version};
        };
        return Cases{one("a roster", at(things.roster), status), nothing(at(std::string(no_id)))};
    };
}

} // namespace

void add_makers_of_rosters(Makers& makers)
{
    makers["uploadRoster"] = [](const Things&) {
        return Cases{one("a roster",
            {.path = "/api/roster-imports",
                .body = "姓名,党派\n李强,民进\n",
                .content_type = "application/octet-stream"},
            201)};
    };
    makers["listRosters"] = [](const Things&) {
        return Cases{one("all", {"/api/roster-imports"})};
    };
    makers["exportRosters"] = [](const Things&) {
        return Cases{one("all", {"/api/roster-imports/export"})};
    };
    makers["findRoster"] = roster("");
    makers["exportLeftOut"] = [](const Things& things) {
        auto cases = roster("/left-out")(things);
        cases.front().status = 409; // it is not imported
        return cases;
    };
    makers["rosterRows"] = roster("/rows");
    makers["chooseRosterOptions"] = [](const Things& things) {
        return roster("/options", things.roster_options, 1)(things);
    };
    makers["addRosterPlaces"] = roster(
        "/places", R"({"places":[{"field":"sector","words":["渔业"],"name":"渔业界"}]})", 1, 201);
    makers["confirmRoster"] = [](const Things& things) {
        auto cases = roster("/confirmation", R"({"leave_out":false})", 1)(things);
        cases.front().status = 422; // nobody has looked at the columns yet
        auto chosen = one("a roster that was looked at",
            {.path = "/api/roster-imports/" + things.chosen_roster + "/confirmation",
                .body = R"({"leave_out":false})",
                .version = 2});
        cases.push_back(chosen);
        return cases;
    };
    makers["rosterProgress"] = roster("/progress");
    makers["rosterHistory"] = roster("/steps");
    makers["takeRosterStep"] = roster("/steps", R"({"action":"discard","reason":"重复"})", 1, 201);
    makers["rosterOriginal"] = roster("/original", R"({"reason":"核对"})");
    makers["exportRoster"] = [](const Things&) {
        const auto ask = [](const std::string& contacts) {
            return Ask{.path = "/api/roster-exports",
                .body = R"({"format":"csv","contacts":)" + contacts + R"(,"reason":"核对"})"};
        };
        return Cases{one("the running term", ask("false"), 200, "without_contacts"),
            one("the running term with contacts", ask("true"), 200, "with_contacts")};
    };
}

} // namespace xieshang::policies
