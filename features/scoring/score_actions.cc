// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/score_actions.h"

#include "features/calls/topic_call_actions.h"
#include "features/calls/topic_call_store.h"
#include "features/scoring/scoring_event_actions.h"

#include <algorithm>

namespace xieshang::scoring {
namespace {

// The round, where he is named in it and may give something about this suggestion now.
base::Result<ScoringRound> asked_about(services::Services& services, db::Tx& tx,
    const base::Asker& asker, const RoundId& id, const SuggestionId& suggestion)
{
    auto seen = TRY(seen_round(tx, asker, id));
    const auto* reviewer = reviewer_in(seen.round, asker.actor.id);
    if (reviewer == nullptr) {
        return base::trouble(base::Trouble::forbidden, "scoring.not_a_reviewer");
    }
    const RoundDesk desk(services, tx, seen.round);
    CHECK(may_score(desk.facts(asker.actor, *reviewer, suggestion)));
    return std::move(seen.round);
}

std::optional<base::Error> why_not(const base::Result<void>& may)
{
    return may ? std::nullopt : std::optional(may.error());
}

std::vector<BallotItem> items_for(db::Tx& tx, const RoundDesk& desk, const RoundId& round,
    const base::Actor& actor, const ScoringFacts& facts)
{
    const auto sheets = last_sheets(tx, round, actor.id);
    const auto comments = comments_of(tx, round, actor.id);
    const auto belongs_to = calls::belongings(tx, actor);
    std::vector<BallotItem> items;
    for (const auto* one : desk.items()) {
        BallotItem item{.suggestion = *one};
        for (const auto& sheet : sheets) {
            if (sheet.suggestion_id == one->id) {
                item.sheet = sheet;
            }
        }
        std::copy_if(comments.begin(), comments.end(), std::back_inserter(item.comments),
            [&](const ScoringComment& comment) { return comment.suggestion_id == one->id; });
        auto about = facts;
        about.is_in_selection = one->state == calls::TopicState::screened;
        about.recuses = desk.recuses({actor.id, actor.name, belongs_to}, *one);
        item.cannot_score = why_not(may_score(about));
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

base::Result<Ballot> ballot(
    services::Services& services, const base::Asker& asker, const RoundId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<Ballot> {
        auto seen = TRY(seen_round(tx, asker, id));
        const auto* reviewer = reviewer_in(seen.round, asker.actor.id);
        if (reviewer == nullptr) {
            return base::trouble(base::Trouble::forbidden, "scoring.not_a_reviewer");
        }
        const RoundDesk desk(services, tx, seen.round);
        const auto facts = desk.facts(asker.actor, *reviewer);
        Ballot found{.call_title = calls::find_call(tx, seen.round.call_id).value().words.title,
            .items = items_for(tx, desk, id, asker.actor, facts),
            .progress = desk.progress_of(asker.actor, *reviewer),
            .cannot_score = why_not(may_review(facts))};
        found.round = std::move(seen.round);
        return found;
    });
}

base::Result<GivenSheet> give_scores(services::Services& services, const base::Asker& asker,
    const RoundId& id, const ScoresRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<GivenSheet> {
        const auto round = TRY(asked_about(services, tx, asker, id, asked.suggestion_id));
        CHECK(on_scale(round.criteria, asked.scores));
        const auto& actor = asker.actor;
        auto last = last_sheet(tx, id, asked.suggestion_id, actor.id);
        if (last && last->scores == asked.scores) {
            return *std::move(last);
        }
        const GivenSheet sheet{
            last ? last->id : base::new_id<SheetId>(services.clock, services.random), id,
            asked.suggestion_id, actor.id, last ? last->reviewer_name : actor.name, asked.scores,
            last ? last->version + 1 : 1, services.clock.now()};
        keep_sheet(services, tx, actor, sheet);
        return sheet;
    });
}

base::Result<ScoringComment> give_comment(services::Services& services, const base::Asker& asker,
    const RoundId& id, const CommentRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<ScoringComment> {
        CHECK(asked_about(services, tx, asker, id, asked.suggestion_id));
        const ScoringComment comment{base::new_id<CommentId>(services.clock, services.random), id,
            asked.suggestion_id, asker.actor.id, asker.actor.name, services.clock.now(),
            asked.words};
        keep_comment(services, tx, asker.actor, comment);
        return comment;
    });
}

} // namespace xieshang::scoring
