// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/period.h"
#include "tests/policies/visited_house.h"

#include <fmt/format.h>

namespace xieshang::policies {

// Rounds of three years: one takes marks, one has a list of one, one is decided.
void VisitedHouse::make_rounds()
{
    const auto& office = visitor(visitors_, "office, none");
    const auto make = [&](const std::string& path, const std::string& body,
                          std::int64_t version = 0) {
        return made(office, http::Method::post, {.path = path, .body = body, .version = version});
    };
    const auto round_of = [&](int year) {
        return id_in(make("/api/rounds",
            fmt::format(R"({{"year":{},"title":"遴选","closes_on":"2999-12-31",)"
                        R"("slots":[{{"kind":"thematic","slots":1}}],)"
                        R"("wanted":[{{"field":"society","places":1}}]}})",
                year)));
    };
    const auto suggested_for = [&](int year, const char* title) {
        const auto call = id_in(make("/api/calls",
            fmt::format(R"({{"year":{},"title":"征集","guidance":"","constituencies":["members"],)"
                        R"("opens_on":"2022-01-01","closes_on":"2999-12-31",)"
                        R"("most_suggestions":9,"most_characters":900}})",
                year)));
        make("/api/calls/" + call + "/steps", R"({"action":"open","reason":"","closes_on":null})",
            1);
        const auto id = id_in(make("/api/calls/" + call + "/papers",
            fmt::format(R"({{"title":"{}","problem":"问题","reason":"理由","kind":"thematic",)"
                        R"("departments":[],"field":"society","serves":"",)"
                        R"("constituency":"members","for_name":"赵敏","for_body":"",)"
                        R"("paper_day":"2022-01-05"}})",
                title)));
        make("/api/suggestions/" + id + "/steps",
            R"({"action":"screen","reason":"切口小","passed_to":null})", 1);
        return id;
    };
    const auto proposed = [&](int year) {
        const auto round = round_of(year);
        const auto steps = "/api/rounds/" + round + "/steps";
        make(steps, R"({"action":"close","reason":"都已标记"})", 1);
        make(steps, R"({"action":"propose","reason":""})", 2);
        return round;
    };
    things_.round_day = people::day_of(services_.clock.now());
    things_.round = round_of(2027);
    things_.listed = suggested_for(2028, "夜市");
    things_.proposed_round = proposed(2028);
    suggested_for(2029, "早市");
    things_.decided_round = proposed(2029);
    make("/api/rounds/" + things_.decided_round + "/decision",
        R"({"meeting":"主席会议","decided_on":")" + things_.round_day
            + R"(","decided_by":"主席会议","reason":"列入","others":"wait","others_reason":""})",
        3);
}

} // namespace xieshang::policies
