// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/round_actions.h"
#include "features/scoring/scoring_policies.h"
#include "features/scoring/scoring_routes.h"
#include "features/scoring/scoring_views.h"
#include "platform/texts/texts.h"

namespace xieshang::scoring {
namespace {

void show_to_office(ScoringRoundView& view, RoundPage& page, const http::Call& call)
{
    for (std::size_t i = 0; i < page.progress.size(); ++i) {
        auto& one = page.round.reviewers[i];
        const auto& progress = page.progress[i];
        view.reviewers.push_back({std::move(one.id), std::move(one.name), std::move(one.roles),
            progress.asked, progress.done, progress.is_ended});
    }
    for (auto& step : page.steps) {
        view.steps.push_back({step.at_ms, std::move(step.by_name), step.action,
            std::move(step.reason), std::move(step.closes_on), step.version});
    }
    for (const auto& offer : page.offers) {
        view.actions.push_back({offer.action,
            offer.refusal.empty()
                ? std::nullopt
                : std::optional(texts::built_in().text(call.language(), offer.refusal, {}))});
    }
}

ScoringRoundView view_of(const http::Call& call, RoundPage&& page)
{
    auto& kept = page.round;
    const bool is_closed = kept.state == ScoringState::closed;
    ScoringRoundView view;
    view.id = std::move(kept.id);
    view.call_id = std::move(kept.call_id);
    view.call_title = std::move(page.call_title);
    view.title = std::move(kept.title);
    view.criteria = std::move(kept.criteria);
    view.closes_on = std::move(kept.closes_on);
    view.divided_from = kept.divided_from;
    view.state = kept.state;
    view.suggestions = page.suggestions;
    view.version = kept.version;
    view.updated_at = kept.updated_at;
    view.has_results = is_closed;
    if (is_closed || page.view == "all") {
        view.reviewer_count = static_cast<std::int64_t>(kept.reviewers.size());
    }
    if (page.own) {
        view.mine = OwnProgress{page.own->asked, page.own->done, {}};
        if (page.cannot_score) {
            view.mine->cannot_score_because = texts::built_in().text(
                call.language(), page.cannot_score->code, page.cannot_score->params);
        }
    }
    if (page.view == "all") {
        show_to_office(view, page, call);
    }
    return view;
}

// After a change the office sees it as its page does.
base::Result<ScoringRoundView> shown(http::Call& call, const RoundId& id)
{
    return view_of(call, TRY(round_page(call.services(), {call.actor(), policies::see_round}, id)));
}

base::Result<ScoringRoundList> list(http::Call& call)
{
    ScoringRoundList found;
    for (auto& page : list_rounds(call.services(), {call.actor(), policies::see_round})) {
        found.items.push_back(view_of(call, std::move(page)));
    }
    return found;
}

base::Result<ScoringRoundView> show(http::Call& call, const RoundId& id)
{
    return view_of(call, TRY(round_page(call.services(), call.asker(), id)));
}

base::Result<ScoringRoundView> make(http::Call& call, const NewRound& body)
{
    return shown(call, TRY(make_round(call.services(), call.actor(), body)).id);
}

base::Result<ScoringRoundView> edit(
    http::Call& call, const RoundId& id, const ScoringRoundWords& body)
{
    CHECK(edit_round(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<ScoringRoundView> step(
    http::Call& call, const RoundId& id, const ScoringStepRequest& body)
{
    CHECK(take_round_step(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<CandidateList> find_candidates(
    http::Call& call, const http::Options<ReviewerAsk>& asked)
{
    CandidateList found;
    for (auto& one : candidates(call.services(), asked.given.q.value_or(""))) {
        found.items.push_back({std::move(one.id), std::move(one.name), std::move(one.roles)});
    }
    return found;
}

} // namespace

void add_scoring_routes(http::Api& api)
{
    add_round_routes(api);
    add_score_routes(api);
    add_result_routes(api);
}

void add_round_routes(http::Api& api)
{
    api.get("/api/scoring-rounds", list,
        {.name = "listScoringRounds",
            .summary = "Scoring rounds, the newest first, of those that the caller sees",
            .policy = policies::list_rounds});
    api.get("/api/scoring-rounds/{id}", show,
        {.name = "findScoringRound",
            .summary = "A scoring round; the office sees who has scored how many, not how",
            .policy = policies::see_round});
    api.post("/api/scoring-rounds", make,
        {.name = "makeScoringRound",
            .summary = "Prepare the blind scoring of what came in under a call",
            .policy = policies::keep_rounds,
            .status = 201});
    api.patch("/api/scoring-rounds/{id}", edit,
        {.name = "editScoringRound",
            .summary = "Change criteria, reviewers and days of a round that is not open yet",
            .policy = policies::keep_rounds,
            .versioned = true});
    api.post("/api/scoring-rounds/{id}/steps", step,
        {.name = "takeScoringStep",
            .summary = "Open a scoring round, extend it or close it, with the reason",
            .policy = policies::keep_rounds,
            .status = 201,
            .versioned = true});
    api.get("/api/scoring-reviewers", find_candidates,
        {.name = "listScoringCandidates",
            .summary = "Who may be named a reviewer: accounts that do not see who proposed what",
            .policy = policies::find_reviewers});
}

} // namespace xieshang::scoring
