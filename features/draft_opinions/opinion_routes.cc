// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_routes.h"

#include "features/draft_opinions/opinion_actions.h"
#include "features/draft_opinions/opinion_policies.h"
#include "features/draft_opinions/opinion_table.h"
#include "features/draft_opinions/request_page_actions.h"
#include "features/settings/given_names_actions.h"
#include "platform/texts/texts.h"

namespace xieshang::draft_opinions {
namespace {

void in_words(const http::Call& call, std::optional<std::string>& code, const base::Params& params)
{
    if (code) {
        code = texts::built_in().text(call.language(), *code, params);
    }
}

base::Result<OpinionRequestView> page(
    http::Call& call, const base::Asker& asker, const RequestId& id)
{
    auto view = TRY(request_page(call.services(), asker, id));
    const base::Params params{{"day", view.closes_on}};
    in_words(call, view.cannot_say_because, params);
    for (auto& opinion : view.opinions) {
        in_words(call, opinion.cannot_rewrite_because, params);
        in_words(call, opinion.cannot_answer_because, params);
    }
    for (auto& offer : view.actions) {
        in_words(call, offer.refusal, params);
    }
    return view;
}

base::Result<OpinionRequestView> show(http::Call& call, const RequestId& id)
{
    return page(call, call.asker(), id);
}

// After a change the office sees it as its page does.
base::Result<OpinionRequestView> shown(http::Call& call, const RequestId& id)
{
    return page(call, {call.actor(), policies::see_request}, id);
}

base::Result<OpinionRequestList> list(
    http::Call& call, const http::Options<OpinionRequestFilter>& asked)
{
    auto found = TRY(
        list_requests(call.services(), {call.actor(), policies::see_request}, asked.given.plan));
    in_words(call, found.cannot_send_because, {});
    return found;
}

base::Result<OpinionRequestView> send(
    http::Call& call, const plan::PlanId& id, const NewOpinionRequest& body)
{
    return shown(call, TRY(send_draft(call.services(), call.actor(), id, body)).id);
}

base::Result<OpinionRequestView> step(
    http::Call& call, const RequestId& id, const RequestStepRequest& body)
{
    CHECK(take_request_step(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<SaidOpinion> say(http::Call& call, const RequestId& id, const NewDraftOpinion& body)
{
    return SaidOpinion{TRY(say_opinion(call.services(), call.asker(), id, body)).id};
}

base::Result<SaidOpinion> type_in(http::Call& call, const RequestId& id, const PaperOpinion& body)
{
    return SaidOpinion{TRY(enter_paper(call.services(), call.actor(), id, body)).id};
}

base::Result<SaidOpinion> rewrite(
    http::Call& call, const DraftOpinionId& id, const OpinionWords& body)
{
    const auto kept =
        TRY(rewrite_opinion(call.services(), call.asker(), id, call.version_seen(), body));
    return SaidOpinion{kept.id};
}

base::Result<SaidOpinion> answer(
    http::Call& call, const DraftOpinionId& id, const AnswerWords& body)
{
    const auto kept =
        TRY(answer_opinion(call.services(), call.actor(), id, call.version_seen(), body));
    return SaidOpinion{kept.id};
}

base::Result<http::Download> export_all(http::Call& call, const RequestId& id)
{
    const auto text = settings::texts_with_given_names(call.services(), call.language());
    return http::Download{
        .text = opinion_table(TRY(request_page(call.services(), call.asker(), id)), text),
        .file_name = text("draft_opinion.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

void add_requests(http::Api& api)
{
    api.get("/api/opinion-requests", list,
        {.name = "listOpinionRequests",
            .summary = "Requests for opinions on a draft that the caller sent or was sent",
            .policy = policies::list_requests});
    api.post("/api/plans/{id}/opinion-requests", send,
        {.name = "sendDraftForOpinions",
            .summary = "Send a draft plan as it stands to bodies and persons for their opinions",
            .policy = policies::send_draft,
            .status = 201});
    api.get("/api/opinion-requests/{id}", show,
        {.name = "findOpinionRequest",
            .summary = "The text that was sent, with the opinions that the caller sees",
            .policy = policies::see_request});
    api.post("/api/opinion-requests/{id}/steps", step,
        {.name = "takeOpinionRequestStep",
            .summary = "Extend a request for opinions, close it early, or call it answered",
            .policy = policies::take_step,
            .status = 201,
            .versioned = true});
    api.get("/api/opinion-requests/{id}/export", export_all,
        {.name = "exportDraftOpinions",
            .summary = "All opinions on a draft with their answers as CSV",
            .policy = policies::export_opinions,
            .exports = true});
}

} // namespace

void add_opinion_request_routes(http::Api& api)
{
    add_requests(api);
    api.post("/api/opinion-requests/{id}/opinions", say,
        {.name = "sayDraftOpinion",
            .summary = "Say something of a part of the draft, or that there is nothing to say",
            .policy = policies::say_opinion,
            .status = 201});
    api.post("/api/opinion-requests/{id}/papers", type_in,
        {.name = "enterPaperOpinion",
            .summary = "Enter an opinion from paper, under the recipient's name",
            .policy = policies::enter_papers,
            .status = 201});
    api.patch("/api/draft-opinions/{id}", rewrite,
        {.name = "rewriteDraftOpinion",
            .summary = "Say an opinion otherwise before the last day; the words before stay",
            .policy = policies::rewrite_opinion,
            .versioned = true});
    api.post("/api/draft-opinions/{id}/answers", answer,
        {.name = "answerDraftOpinion",
            .summary = "Adopt an opinion, adopt a part of it, or explain why not",
            .policy = policies::answer_opinion,
            .status = 201,
            .versioned = true});
}

} // namespace xieshang::draft_opinions
