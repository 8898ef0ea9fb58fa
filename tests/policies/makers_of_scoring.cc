// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

#include <set>

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>;

Ids at(std::string after = {}, std::string body = {}, std::int64_t version = 0)
{
    return [=](const std::string& id) {
        return Ask{.path = "/api/scoring-rounds/" + id + after, .body = body, .version = version};
    };
}

// Of the round in which he is named.
Case own(
    const std::string& name, const Ids& ask, const std::string& id, int status, std::string state)
{
    auto made = one(name, ask(id), status, std::move(state));
    made.relation = [](const Visitor&) { return "own"; };
    return made;
}

// Whose role is in force and does not show him who proposed what (scoring_round.cc).
bool may_score(const Visitor& visitor)
{
    static const std::set<std::string, std::less<>> of_members{"member", "convenor", "chairperson"};
    static const std::set<std::string, std::less<>> sees_proposers{
        "office", "special_committee", "secretary_general"};
    const auto& role = visitor.asking.role;
    if (sees_proposers.contains(role)) {
        return false;
    }
    const auto& membership = visitor.asking.membership;
    if (of_members.contains(role)) {
        return membership == "active";
    }
    return role != "party_group" || membership == "active" || membership == "none";
}

void add_rounds(Makers& makers)
{
    makers["listScoringRounds"] = [](const Things&) {
        return Cases{one("all", {"/api/scoring-rounds"})};
    };
    makers["listScoringCandidates"] = [](const Things&) {
        return Cases{one("all", {"/api/scoring-reviewers"})};
    };
    makers["findScoringRound"] = [](const Things& things) {
        return Cases{one("a prepared one", at()(things.prepared_round), 200, "preparing"),
            own("a prepared one of his", at(), things.own_prepared_round, 200, "preparing"),
            own("an open one of his", at(), things.own_open_round, 200, "open"),
            own("a closed one of his", at(), things.own_closed_round, 200, "closed"),
            one("an open one of others", at()(things.open_round), 200, "open"),
            one("a closed one of others", at()(things.closed_round), 200, "closed"),
            nothing(at()(std::string(no_id)))};
    };
    makers["makeScoringRound"] = [](const Things& things) {
        return Cases{one("new",
            {.path = "/api/scoring-rounds",
                .body = R"({"call_id":")" + things.call
                    + R"(","title":"评分","closes_on":"2999-12-31"})"},
            201)};
    };
    makers["editScoringRound"] = [](const Things& things) {
        const auto ask = at("",
            R"({"title":"改","criteria":[{"name":"可行","weight":1,"most":5}],"reviewers":[],)"
            R"("closes_on":"2999-12-31","divided_from":20})",
            1);
        return Cases{one("a prepared one", ask(things.prepared_round), 200, "preparing"),
            nothing(ask(std::string(no_id)))};
    };
    makers["takeScoringStep"] = [](const Things& things) {
        const auto ask = at("/steps", R"({"action":"open","reason":"","closes_on":null})", 1);
        return Cases{one("a prepared one", ask(things.prepared_round), 201, "preparing"),
            nothing(ask(std::string(no_id)))};
    };
}

void add_scores(Makers& makers)
{
    makers["findBallot"] = [](const Things& things) {
        const auto ask = at("/ballot");
        return Cases{own("a prepared one of his", ask, things.own_prepared_round, 200, "preparing"),
            own("an open one of his", ask, things.own_open_round, 200, "open"),
            own("a closed one of his", ask, things.own_closed_round, 200, "closed"),
            one("an open one of others", ask(things.open_round), 200, "open"),
            nothing(ask(std::string(no_id)))};
    };
    const auto giving = [](const std::string& place, const std::string& given) {
        return [=](const Things& things) {
            const auto ask =
                at(place, R"({"suggestion_id":")" + things.screened + "\"," + given + "}");
            auto now = own("an open one of his", ask, things.own_open_round, 201, "open");
            now.status_of = [](const Visitor& visitor) { return may_score(visitor) ? 201 : 403; };
            return Cases{now,
                own("a prepared one of his", ask, things.own_prepared_round, 409, "preparing"),
                own("a closed one of his", ask, things.own_closed_round, 409, "closed"),
                one("an open one of others", ask(things.open_round), 201, "open"),
                nothing(ask(std::string(no_id)))};
        };
    };
    makers["giveScores"] = giving("/scores", R"("scores":[3])");
    makers["giveScoringComment"] = giving("/comments", R"("words":"可行")");
}

void add_results(Makers& makers)
{
    for (const auto& [name, place] : {std::pair{"listScoringResults", "/results"},
             {"exportScoringResults", "/results/export"}, {"listNamedScores", "/names"}}) {
        makers[name] = [ask = at(place)](const Things& things) {
            return Cases{own("a closed one of his", ask, things.own_closed_round, 200, "closed"),
                own("an open one of his", ask, things.own_open_round, 200, "open"),
                one("a closed one of others", ask(things.closed_round), 200, "closed"),
                one("an open one of others", ask(things.open_round), 200, "open"),
                nothing(ask(std::string(no_id)))};
        };
    }
}

} // namespace

void add_makers_of_scoring(Makers& makers)
{
    add_rounds(makers);
    add_scores(makers);
    add_results(makers);
}

} // namespace xieshang::policies
