// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/visited_house.h"

#include "features/people/period.h"

namespace xieshang::policies {

// A plan that was issued, and an amendment that nobody has decided on.
void VisitedHouse::make_amendments()
{
    using http::Method;
    const auto& office = visitor(visitors_, "office, none");
    auto plan = made(office, Method::post,
        {.path = "/api/plans",
            .body =
                R"({"title":"已印发的计划","committee":"政协","year":2026,"topics":[{"number":1,)"
                R"("kind":"thematic","title":"养老服务","period":"","responsible":[],)"
                R"("participating":[],"line":0}]})"});
    things_.issued_plan = id_in(plan);
    const auto today = people::day_of(services_.clock.now());
    const auto step = [&](const std::string& by, const std::string& action) {
        const bool meets = by.starts_with("chairperson") || by.starts_with("party_committee");
        const auto review = R"(,"review":{"meeting":"会议","meeting_day":")" + today
            + R"(","decided_on":"","papers":""})";
        plan = made(visitor(visitors_, by), Method::post,
            {.path = "/api/plans/" + things_.issued_plan + "/steps",
                .body =
                    R"({"action":")" + action + R"(","reason":"")" + (meets ? review : "") + "}",
                .version = plan.at("version").as_int64()});
    };
    step("office, none", "submit");
    step("office, none", "pass");
    step("party_office, none", "pass");
    step("government_office, none", "pass");
    step("chairperson, active", "pass");
    step("party_committee, none", "approve");
    step("office, none", "issue");
    things_.issued_topic = id_in(plan.at("topics").at(0));
    things_.amendment = id_in(made(office, Method::post,
        {.path = "/api/plans/" + things_.issued_plan + "/amendments",
            .body = R"({"reason":"形势变化","changes":[{"kind":"drop","topic_id":")"
                + things_.issued_topic + R"("}]})"}));
}

} // namespace xieshang::policies
