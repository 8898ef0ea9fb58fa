// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>;

// One's own act; who is not in the register has none.
Case own(const Ids& ask, std::string Visitor::*id, int status)
{
    Case made;
    made.name = "own";
    made.ask = [ask, id](const Visitor& visitor) {
        return ask((visitor.*id).empty() ? std::string(no_id) : visitor.*id);
    };
    made.relation = [](const Visitor&) { return "own"; };
    made.status_of = [status, id](
                         const Visitor& visitor) { return (visitor.*id).empty() ? 404 : status; };
    return made;
}

Cases each_act(const Ids& ask, const std::string& others, std::string Visitor::*owns,
    int others_status, int own_status)
{
    return {one("another's", ask(others), others_status), own(ask, owns, own_status),
        nothing(ask(std::string(no_id)))};
}

} // namespace

void add_makers_of_behalf(Makers& makers)
{
    for (const auto& [name, path] : {std::pair{"listBehalfActs", "/api/behalf/acts"},
             {"exportBehalfActs", "/api/behalf/acts/export"},
             {"listOwnBehalfActs", "/api/behalf/own"},
             {"countUnopenedBehalfActs", "/api/behalf/own/unopened"}}) {
        makers[name] = [path = std::string(path)](
                           const Things&) { return Cases{one("all", {path})}; };
    }
    makers["findBehalfAct"] = [](const Things& things) {
        const auto ask = [](const std::string& id) { return Ask{"/api/behalf/acts/" + id}; };
        return each_act(ask, things.act, &Visitor::act, 200, 200);
    };
    makers["downloadBehalfScan"] = [](const Things& things) {
        const auto ask = [](const std::string& id) {
            return Ask{"/api/behalf/acts/" + id + "/scan"};
        };
        return each_act(ask, things.scanned_act, &Visitor::scanned_act, 200, 200);
    };
    makers["takeBehalfStep"] = [](const Things& things) {
        const auto ask = [](const std::string& id) {
            return Ask{.path = "/api/behalf/acts/" + id + "/steps",
                .body = R"({"action":"object","words":"不对"})",
                .version = 1};
        };
        return each_act(ask, things.act, &Visitor::act, 422, 201); // only whom it concerns objects
    };
    makers["keepBehalfScan"] = [](const Things&) {
        return Cases{one("a scan",
            {.path = "/api/behalf/scans",
                .body = "%PDF-1.7\n%%EOF\n",
                .content_type = "application/octet-stream"},
            201)};
    };
}

} // namespace xieshang::policies
