// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {

Case one(std::string name, Ask ask, int status, std::string state)
{
    Case made{std::move(name), [ask = std::move(ask)](const Visitor&) { return ask; }};
    made.status = status;
    made.state = std::move(state);
    return made;
}

Case nothing(Ask ask)
{
    auto made = one("none", std::move(ask), 404);
    made.presence = Presence::absent;
    return made;
}

Makers all_makers()
{
    Makers makers;
    add_makers_of_accounts(makers);
    add_makers_of_amendments(makers);
    add_makers_of_behalf(makers);
    add_makers_of_bodies(makers);
    add_makers_of_calls(makers);
    add_makers_of_opinions(makers);
    add_makers_of_factors(makers);
    add_makers_of_passkeys(makers);
    add_makers_of_people(makers);
    add_makers_of_shortlists(makers);
    add_makers_of_plans(makers);
    add_makers_of_rosters(makers);
    add_makers_of_scoring(makers);
    add_makers_of_settings(makers);
    makers["listAlarms"] = [](const Things&) { return Cases{one("all", {"/api/audit/alarms"})}; };
    makers["listActs"] = [](const Things&) { return Cases{one("all", {"/api/audit/acts"})}; };
    makers["exportActs"] = [](const Things&) {
        return Cases{one("all", {"/api/audit/acts/export"})};
    };
    makers["recordState"] = [](const Things&) { return Cases{one("it", {"/api/audit/record"})}; };
    makers["checkRecord"] = [](const Things&) {
        return Cases{one("it", {"/api/audit/record/checks"}, 201)};
    };
    makers["listPolicies"] = [](const Things&) { return Cases{one("all", {"/api/policies"})}; };
    makers["exportPolicies"] = [](const Things&) {
        return Cases{one("all", {"/api/policies/export"})};
    };
    makers["describeApi"] = [](const Things&) { return Cases{one("all", {"/api/openapi.json"})}; };
    makers["followChanges"] = [](const Things&) { return Cases{one("all", {"/api/events"})}; };
    return makers;
}

} // namespace xieshang::policies
