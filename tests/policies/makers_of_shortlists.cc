// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>;

Ids at(std::string after = {}, std::string body = {}, std::int64_t version = 0)
{
    return [=](const std::string& id) {
        return Ask{.path = "/api/rounds/" + id + after, .body = body, .version = version};
    };
}

constexpr auto counts = R"("slots":[{"kind":"thematic","slots":2}],)"
                        R"("wanted":[{"field":"society","places":1}])";

std::string new_round()
{
    return std::string(R"({"year":2031,"title":"遴选","closes_on":"2999-12-31",)") + counts + "}";
}

std::string edited_round()
{
    return std::string(R"({"title":"遴选","closes_on":"2999-12-31",)") + counts
        + R"(,"reason":"名额有变"})";
}

void add_reading(Makers& makers)
{
    makers["listRounds"] = [](const Things&) { return Cases{one("all", {"/api/rounds"})}; };
    makers["findRound"] = [](const Things& things) {
        const auto ask = at();
        return Cases{one("one in which marks are taken", ask(things.round), 200, "marking"),
            one("a proposed one", ask(things.proposed_round), 200, "proposed"),
            one("a decided one", ask(things.decided_round), 200, "decided"),
            nothing(ask(std::string(no_id)))};
    };
    makers["exportShortlist"] = [](const Things& things) {
        const auto ask = at("/export");
        return Cases{
            one("a proposed one", ask(things.proposed_round)), nothing(ask(std::string(no_id)))};
    };
}

void add_marking(Makers& makers)
{
    makers["markSuggestion"] = [](const Things& things) {
        const auto ask =
            at("/marks", R"({"suggestion_id":")" + things.screened + R"(","marked":true})");
        auto marked = one("one in which marks are taken", ask(things.round));
        marked.status_of = [](const Visitor& visitor) { return may_suggest(visitor) ? 200 : 422; };
        return Cases{marked, nothing(ask(std::string(no_id)))};
    };
}

void add_keeping(Makers& makers)
{
    makers["makeRound"] = [](const Things&) {
        return Cases{one("new", {.path = "/api/rounds", .body = new_round()}, 201)};
    };
    makers["editRound"] = [](const Things& things) {
        const auto ask = at("", edited_round(), 1);
        return Cases{one("one in which marks are taken", ask(things.round)),
            nothing(ask(std::string(no_id)))};
    };
    makers["placeSuggestions"] = [](const Things& things) {
        const auto ask = at("/placements",
            R"({"placements":[{"suggestion_id":")" + things.screened
                + R"(","kind":"thematic","field":"society"}]})",
            1);
        return Cases{one("one in which marks are taken", ask(things.round)),
            nothing(ask(std::string(no_id)))};
    };
    makers["takeRoundStep"] = [](const Things& things) {
        const auto ask = at("/steps", R"({"action":"close","reason":"都已标记"})", 1);
        return Cases{one("one in which marks are taken", ask(things.round), 201),
            nothing(ask(std::string(no_id)))};
    };
    makers["changeShortlist"] = [](const Things& things) {
        const auto ask = at("/changes",
            R"({"takes_in":null,"takes_out":")" + things.listed + R"(","reason":"另有安排"})", 3);
        return Cases{one("a proposed one", ask(things.proposed_round), 201),
            nothing(ask(std::string(no_id)))};
    };
    makers["decideShortlist"] = [](const Things& things) {
        const auto ask = at("/decision",
            R"({"meeting":"主席会议","decided_on":")" + things.round_day
                + R"(","decided_by":"主席会议","reason":"列入","others":"reserve",)"
                  R"("others_reason":"备选"})",
            3);
        return Cases{one("a proposed one", ask(things.proposed_round), 201),
            nothing(ask(std::string(no_id)))};
    };
}

} // namespace

void add_makers_of_shortlists(Makers& makers)
{
    add_reading(makers);
    add_marking(makers);
    add_keeping(makers);
}

} // namespace xieshang::policies
