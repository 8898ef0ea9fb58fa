// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

#include <set>

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>;

Ids at(std::string before, std::string after = {}, std::string body = {}, std::int64_t version = 0)
{
    return [=](const std::string& id) {
        return Ask{.path = before + id + after, .body = body, .version = version};
    };
}

Case own(const Ids& ask, std::string Visitor::*id, int status, std::string state)
{
    Case made;
    made.name = "own";
    made.ask = [ask, id](const Visitor& visitor) {
        return ask((visitor.*id).empty() ? std::string(no_id) : visitor.*id);
    };
    made.relation = [](const Visitor&) { return "own"; };
    made.status = status;
    made.state = std::move(state);
    made.status_of = [status, id](
                         const Visitor& visitor) { return (visitor.*id).empty() ? 404 : status; };
    return made;
}

constexpr auto words = R"({"title":"绿道","problem":"断头","reason":"群众关心","kind":null,)"
                       R"("departments":[],"field":null,"serves":""})";
constexpr auto suggestion = R"({"title":"绿道","problem":"断头","reason":"群众关心","kind":null,)"
                            R"("departments":[],"field":null,"serves":"","constituency":null})";
constexpr auto paper = R"({"title":"绿道","problem":"断头","reason":"群众关心","kind":null,)"
                       R"("departments":[],"field":null,"serves":"","constituency":"members",)"
                       R"("for_name":"钱多","for_body":"","paper_day":"2022-01-05"})";
constexpr auto call = R"({"year":2028,"title":"又一次","guidance":"","constituencies":["members"],)"
                      R"("opens_on":"2022-01-01","closes_on":"2999-12-31","most_suggestions":3,)"
                      R"("most_characters":900})";

void add_calls(Makers& makers)
{
    makers["listCalls"] = [](const Things&) { return Cases{one("all", {"/api/calls"})}; };
    makers["findCall"] = [](const Things& things) {
        const auto ask = at("/api/calls/");
        return Cases{one("a draft", ask(things.draft_call), 200, "draft"),
            one("an open one", ask(things.call), 200, "open"),
            one("a closed one", ask(things.closed_call), 200, "closed"),
            nothing(ask(std::string(no_id)))};
    };
    makers["makeCall"] = [](const Things&) {
        return Cases{one("new", {.path = "/api/calls", .body = call}, 201)};
    };
    makers["editCall"] = [](const Things& things) {
        const auto ask = at("/api/calls/", "", call, 1);
        return Cases{one("a draft", ask(things.draft_call)), nothing(ask(std::string(no_id)))};
    };
    makers["takeCallStep"] = [](const Things& things) {
        const auto ask =
            at("/api/calls/", "/steps", R"({"action":"open","reason":"","closes_on":null})", 1);
        return Cases{one("a draft", ask(things.draft_call), 201), nothing(ask(std::string(no_id)))};
    };
    makers["suggestTopic"] = [](const Things& things) {
        const auto ask = at("/api/calls/", "/suggestions", suggestion);
        auto handed_in = one("an open one", ask(things.call), 201);
        handed_in.status_of = [](const Visitor& visitor) {
            return may_suggest(visitor) ? 201 : 422;
        };
        return Cases{handed_in, nothing(ask(std::string(no_id)))};
    };
    makers["enterPaperSuggestion"] = [](const Things& things) {
        const auto ask = at("/api/calls/", "/papers", paper);
        return Cases{one("an open one", ask(things.call), 201), nothing(ask(std::string(no_id)))};
    };
    makers["listCallAnswers"] = [](const Things& things) {
        const auto ask = at("/api/calls/", "/answers");
        return Cases{one("an open one", ask(things.call)), nothing(ask(std::string(no_id)))};
    };
}

void add_lists(Makers& makers)
{
    for (const auto& [name, path] : {std::pair{"listSuggestions", "/api/suggestions"},
             {"exportSuggestions", "/api/suggestions/export"},
             {"listOwnSuggestions", "/api/suggestions/own"}}) {
        makers[name] = [path = std::string(path)](
                           const Things&) { return Cases{one("all", {path})}; };
    }
    makers["findSimilarSuggestions"] = [](const Things&) {
        return Cases{
            one("words", {.path = "/api/suggestions/similar", .query = "text=%E5%81%9C%E8%BD%A6"})};
    };
}

void add_suggestions(Makers& makers)
{
    makers["findSuggestion"] = [](const Things& things) {
        const auto ask = at("/api/suggestions/");
        Cases cases{one("another's", ask(things.suggestion), 200, "waiting"),
            one("a screened one", ask(things.screened), 200, "screened"),
            own(ask, &Visitor::suggestion, 200, "waiting"), nothing(ask(std::string(no_id)))};
        for (const auto& [answer, id] : things.answered) {
            cases.push_back(one("one that is " + answer, ask(id), 200, answer));
        }
        return cases;
    };
    makers["editSuggestion"] = [](const Things& things) {
        const auto ask = at("/api/suggestions/", "", words, 1);
        return Cases{one("another's", ask(things.suggestion), 200, "waiting"),
            own(ask, &Visitor::suggestion, 200, "waiting"), nothing(ask(std::string(no_id)))};
    };
    makers["takeSuggestionStep"] = [](const Things& things) {
        const auto ask = [](const std::string& action) {
            return at("/api/suggestions/", "/steps",
                R"({"action":")" + action + R"(","reason":"切口小","passed_to":null})", 1);
        };
        auto screening = one("another's", ask("screen")(things.suggestion), 201, "waiting");
        screening.status_of = [](const Visitor& visitor) { // docs/workflows.md
            return visitor.asking.role == "office" ? 201 : 403;
        };
        return Cases{screening, own(ask("withdraw"), &Visitor::suggestion, 201, "waiting"),
            nothing(ask("screen")(std::string(no_id)))};
    };
    makers["commentOnSuggestion"] = [](const Things& things) {
        const auto ask = at("/api/suggestions/", "/comments", R"({"words":"可行"})");
        return Cases{one("another's", ask(things.suggestion), 201, "waiting"),
            nothing(ask(std::string(no_id)))};
    };
    makers["lookAtSuggestionContact"] = [](const Things& things) {
        const auto ask = at("/api/suggestions/", "/contact-looks", R"({"reason":"核实"})");
        return Cases{
            one("the public's", ask(things.public_suggestion)), nothing(ask(std::string(no_id)))};
    };
}

void add_merging(Makers& makers)
{
    makers["askToMergeSuggestion"] = [](const Things& things) {
        const auto ask = at("/api/suggestions/", "/merges",
            R"({"target_id":")" + things.suggestion + R"(","reason":"相近"})");
        return Cases{
            one("another's", ask(things.other_suggestion), 201), nothing(ask(std::string(no_id)))};
    };
    makers["answerMerge"] = [](const Things& things) {
        const auto ask = [](const std::string& side) {
            return at("/api/merges/", "/consents",
                R"({"agrees":true,"words":"电话征询","side":")" + side + R"("})");
        };
        return Cases{one("another's", ask("target")(things.merge), 204),
            own(ask("merged"), &Visitor::merge, 204, ""),
            nothing(ask("target")(std::string(no_id)))};
    };
}

void add_public_form(Makers& makers)
{
    makers["findPublicCall"] = [](const Things& things) {
        return Cases{one("a form", {"/api/public/calls/" + things.form}),
            nothing({"/api/public/calls/" + std::string(no_id)})};
    };
    makers["suggestPublicly"] = [](const Things& things) {
        const auto ask = at("/api/public/calls/", "",
            R"({"title":"绿道","problem":"断头","reason":"","field":null,"name":"居民乙",)"
            R"("contact":"13800000002"})");
        return Cases{one("a form", ask(things.form), 201), nothing(ask(std::string(no_id)))};
    };
    makers["findSimilarPublicly"] = [](const Things& things) {
        const auto ask = at("/api/public/calls/", "/similar", R"({"text":"停车停车"})");
        return Cases{one("a form", ask(things.form)), nothing(ask(std::string(no_id)))};
    };
    makers["findPublicAnswer"] = [](const Things& things) {
        const auto ask = [](const std::string& code) {
            return Ask{
                .path = "/api/public/answers", .body = R"({"answer_code":")" + code + R"("})"};
        };
        return Cases{one("a suggestion", ask(things.answer_code)), nothing(ask("00000"))};
    };
}

} // namespace

bool may_suggest(const Visitor& visitor)
{
    static const std::set<std::string, std::less<>> roles{"department_handler", "department_leader",
        "party_office", "government_office", "inspection_office", "sub_district", "convenor",
        "member", "chairperson", "special_committee"};
    return roles.contains(visitor.asking.role);
}

void add_makers_of_calls(Makers& makers)
{
    add_calls(makers);
    add_lists(makers);
    add_suggestions(makers);
    add_merging(makers);
    add_public_form(makers);
}

} // namespace xieshang::policies
