// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>;

Ids at(std::string before, std::string after = {}, std::string body = {}, std::int64_t version = 0)
{
    return [=](const std::string& id) {
        return Ask{.path = before + id + after, .body = body, .version = version};
    };
}

Case own(const Ids& ask, std::string Visitor::*id, int status)
{
    Case made;
    made.name = "own";
    made.ask = [ask, id](const Visitor& visitor) {
        return ask((visitor.*id).empty() ? std::string(no_id) : visitor.*id);
    };
    made.relation = [](const Visitor&) { return "own"; };
    made.status = status;
    made.status_of = [status, id](
                         const Visitor& visitor) { return (visitor.*id).empty() ? 404 : status; };
    return made;
}

constexpr auto words = R"({"part":"p:1.1","kind":"object","text":"不妥","proposed":""})";
constexpr auto said =
    R"({"part":"p:1.2","kind":"object","text":"不妥","proposed":"","recipient_id":null})";

std::string paper(const std::string& recipient)
{
    return R"({"part":"p:1.2","kind":"object","text":"不妥","proposed":"","recipient_id":")"
        + recipient + R"(","paper_day":"2022-01-05"})";
}

std::string sending(const std::string& body)
{
    return R"({"note":"请提出意见","closes_on":"2999-12-01","recipients":[{"kind":"body","id":")"
        + body + R"("}]})";
}

void add_requests(Makers& makers)
{
    makers["listOpinionRequests"] = [](const Things&) {
        return Cases{one("all", {"/api/opinion-requests"})};
    };
    makers["sendDraftForOpinions"] = [](const Things& things) {
        const auto ask = at("/api/plans/", "/opinion-requests", sending(things.organisation));
        return Cases{one("a draft", ask(things.plan), 201), nothing(ask(std::string(no_id)))};
    };
    makers["findOpinionRequest"] = [](const Things& things) {
        const auto ask = at("/api/opinion-requests/");
        return Cases{one("another's", ask(things.opinion_request)),
            own(ask, &Visitor::opinion_request, 200), nothing(ask(std::string(no_id)))};
    };
    makers["takeOpinionRequestStep"] = [](const Things& things) {
        const auto ask = at("/api/opinion-requests/", "/steps",
            R"({"action":"extend","reason":"再等等","closes_on":"2999-12-31"})", 1);
        return Cases{
            one("an open one", ask(things.opinion_request), 201), nothing(ask(std::string(no_id)))};
    };
    makers["exportDraftOpinions"] = [](const Things& things) {
        const auto ask = at("/api/opinion-requests/", "/export");
        return Cases{
            one("another's", ask(things.opinion_request)), nothing(ask(std::string(no_id)))};
    };
}

void add_opinions(Makers& makers)
{
    makers["sayDraftOpinion"] = [](const Things& things) {
        const auto ask = at("/api/opinion-requests/", "/opinions", said);
        return Cases{one("another's", ask(things.opinion_request), 201),
            own(ask, &Visitor::opinion_request, 201), nothing(ask(std::string(no_id)))};
    };
    makers["enterPaperOpinion"] = [](const Things& things) {
        const auto ask = at("/api/opinion-requests/", "/papers", paper(things.opinion_recipient));
        return Cases{
            one("an open one", ask(things.opinion_request), 201), nothing(ask(std::string(no_id)))};
    };
    makers["rewriteDraftOpinion"] = [](const Things& things) {
        const auto ask = at("/api/draft-opinions/", "", words, 1);
        return Cases{one("another's", ask(things.draft_opinion)),
            own(ask, &Visitor::draft_opinion, 200), nothing(ask(std::string(no_id)))};
    };
    makers["answerDraftOpinion"] = [](const Things& things) {
        const auto ask = at("/api/draft-opinions/", "/answers",
            R"({"verdict":"explained","reason":"另有规定","wording":""})", 1);
        return Cases{one("one that waits", ask(things.closed_opinion), 201),
            nothing(ask(std::string(no_id)))};
    };
}

} // namespace

void add_makers_of_opinions(Makers& makers)
{
    add_requests(makers);
    add_opinions(makers);
}

} // namespace xieshang::policies
