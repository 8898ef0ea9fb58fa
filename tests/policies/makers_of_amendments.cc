// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

// A thing of that folder, and none.
std::function<Cases(const Things&)> one_of(const std::string& folder, std::string Things::*id,
    const std::string& rest = {}, const std::function<std::string(const Things&)>& body = {},
    std::int64_t version = 0, int status = 200)
{
    return [=](const Things& things) {
        const auto ask = [&](const std::string& one_id) {
            return Ask{.path = "/api/" + folder + "/" + one_id + rest,
                .body = body ? body(things) : std::string(),
                .version = version};
        };
        return Cases{one("one", ask(things.*id), status), nothing(ask(std::string(no_id)))};
    };
}

std::string words(const Things& things)
{
    return R"({"reason":"形势变化","changes":[{"kind":"postpone","topic_id":")"
        + things.issued_topic + R"("}]})";
}

} // namespace

void add_makers_of_amendments(Makers& makers)
{
    makers["listAmendments"] = one_of("plans", &Things::issued_plan, "/amendments");
    makers["planAsItStood"] = one_of("plans", &Things::issued_plan, "/as-it-stood");
    makers["listPlanVersions"] = one_of("plans", &Things::issued_plan, "/versions");
    makers["comparePlanVersions"] = [](const Things& things) {
        const auto ask = [](const std::string& id) {
            return Ask{.path = "/api/plans/" + id + "/comparison", .query = "before=1&after=now"};
        };
        return Cases{one("one", ask(things.issued_plan), 200), nothing(ask(std::string(no_id)))};
    };
    makers["proposeAmendment"] =
        one_of("plans", &Things::issued_plan, "/amendments", words, 0, 201);
    makers["findAmendment"] = one_of("amendments", &Things::amendment);
    makers["rewriteAmendment"] = one_of("amendments", &Things::amendment, "", words, 1);
    makers["takeAmendmentStep"] = [](const Things& things) {
        const auto ask = [](const std::string& id) {
            return Ask{.path = "/api/amendments/" + id + "/steps",
                .body = R"({"action":"discard","reason":"不再需要"})",
                .version = 1};
        };
        auto step = one("a draft", ask(things.amendment), 201);
        step.status_of = [](const Visitor& visitor) { // docs/workflows.md
            return visitor.asking.role == "office" ? 201 : 403;
        };
        return Cases{step, nothing(ask(std::string(no_id)))};
    };
}

} // namespace xieshang::policies
