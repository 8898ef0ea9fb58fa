// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/score_actions.h"
#include "features/scoring/scoring_policies.h"
#include "features/scoring/scoring_routes.h"
#include "features/scoring/scoring_views.h"
#include "platform/texts/texts.h"

namespace xieshang::scoring {
namespace {

std::optional<std::string> because(const http::Call& call, const std::optional<base::Error>& error)
{
    if (!error) {
        return std::nullopt;
    }
    return texts::built_in().text(call.language(), error->code, error->params);
}

BallotItemView view_of(const http::Call& call, BallotItem&& item)
{
    auto& words = item.suggestion.words;
    BallotItemView view;
    view.suggestion_id = std::move(item.suggestion.id);
    view.title = std::move(words.title);
    view.problem = std::move(words.problem);
    view.reason = std::move(words.reason);
    view.kind = words.kind;
    view.field = words.field;
    view.departments = std::move(words.departments);
    view.serves = std::move(words.serves);
    if (item.sheet) {
        view.scores = std::move(item.sheet->scores);
        view.scored_at = item.sheet->at;
    }
    for (auto& comment : item.comments) {
        view.comments.push_back({comment.at_ms, std::move(comment.words)});
    }
    view.cannot_score_because = because(call, item.cannot_score);
    return view;
}

base::Result<BallotView> show(http::Call& call, const RoundId& id)
{
    auto found = TRY(ballot(call.services(), call.asker(), id));
    auto& round = found.round;
    BallotView view{std::move(round.id), std::move(round.title), std::move(found.call_title),
        round.state, std::move(round.closes_on), std::move(round.criteria),
        {found.progress.asked, found.progress.done, because(call, found.cannot_score)}, {}};
    for (auto& item : found.items) {
        view.items.push_back(view_of(call, std::move(item)));
    }
    return view;
}

base::Result<KeptScores> score(http::Call& call, const RoundId& id, const ScoresRequest& body)
{
    auto sheet = TRY(give_scores(call.services(), call.asker(), id, body));
    return KeptScores{
        std::move(sheet.suggestion_id), std::move(sheet.scores), sheet.at, sheet.version};
}

base::Result<OwnComment> comment(http::Call& call, const RoundId& id, const CommentRequest& body)
{
    auto kept = TRY(give_comment(call.services(), call.asker(), id, body));
    return OwnComment{kept.at_ms, std::move(kept.words)};
}

} // namespace

void add_score_routes(http::Api& api)
{
    api.get("/api/scoring-rounds/{id}/ballot", show,
        {.name = "findBallot",
            .summary = "What a reviewer is asked to score, with his own scores and comments alone",
            .policy = policies::score});
    api.post("/api/scoring-rounds/{id}/scores", score,
        {.name = "giveScores",
            .summary = "Score a suggestion, or score it again; every version is kept",
            .policy = policies::score,
            .status = 201});
    api.post("/api/scoring-rounds/{id}/comments", comment,
        {.name = "giveScoringComment",
            .summary = "Comment on a suggestion; read by others, without the name, after closing",
            .policy = policies::score,
            .status = 201});
}

} // namespace xieshang::scoring
