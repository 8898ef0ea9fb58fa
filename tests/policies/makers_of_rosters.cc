// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

// An import whose columns are confirmed, and none.
std::function<Cases(const Things&)> of_a_roster(
    std::string rest = {}, std::string body = {}, std::int64_t version = 0)
{
    return [=](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return Ask{.path = "/api/roster-imports/" + id + rest, .body = body, .version = version};
        };
        return Cases{one("one", ask(things.roster)), nothing(ask(std::string(no_id)))};
    };
}

} // namespace

void add_makers_of_rosters(Makers& makers)
{
    makers["uploadRoster"] = [](const Things&) {
        return Cases{one("a table",
            {.path = "/api/roster-imports",
                .body = "姓名\n王芳\n",
                .content_type = "application/octet-stream"},
            201)};
    };
    makers["listRosters"] = [](const Things&) {
        return Cases{one("all", {"/api/roster-imports"})};
    };
    makers["findRoster"] = of_a_roster();
    makers["rosterRows"] = of_a_roster("/rows");
    makers["chooseRosterOptions"] = of_a_roster("/options",
        R"({"sheet":null,"head_row":1,"term_number":null,"columns":[{"column":0,"field":"name"}],)"
        R"("places":[],"people":[]})",
        2);
    makers["confirmRoster"] = of_a_roster("/confirmation", R"({"leave_out":false})", 2);
    makers["discardRoster"] = of_a_roster("/discard", R"({"reason":"重复"})", 2);
    makers["rosterOriginal"] = of_a_roster("/original", R"({"reason":"核对"})");
    makers["rosterProgress"] = [](const Things& things) {
        return Cases{one("one", {"/api/roster-imports/" + things.roster + "/progress"})};
    };
    makers["exportRoster"] = [](const Things&) {
        return Cases{one("a term",
            {.path = "/api/roster-exports",
                .body = R"({"term_number":null,"format":"csv","contacts":false,"reason":""})"})};
    };
}

} // namespace xieshang::policies
