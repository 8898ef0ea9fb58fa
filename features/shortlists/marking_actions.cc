// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/marking_actions.h"

#include "features/calls/topic_call_actions.h"
#include "features/shortlists/chosen_among_actions.h"
#include "features/shortlists/selection_actions.h"
#include "features/shortlists/shortlists_event_actions.h"

namespace xieshang::shortlists {
namespace {

bool is_candidate(const ChosenAmong& among, const SuggestionId& id)
{
    const auto* one = among.find(id);
    return one != nullptr && one->state == topics::TopicState::screened;
}

SupportBallot own_ballot(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const RoundId& round)
{
    if (auto kept = ballot_of(tx, round, actor.id)) {
        return *std::move(kept);
    }
    return {.id = base::new_id<BallotId>(services.clock, services.random),
        .round_id = round,
        .by_id = actor.id};
}

} // namespace

base::Result<std::vector<SuggestionId>> mark(services::Services& services, const base::Actor& actor,
    const RoundId& id, const MarkRequest& asked)
{
    using Marks = std::vector<SuggestionId>;
    return services.db.transact([&](db::Tx& tx) -> base::Result<Marks> {
        const auto round = TRY(find_round(tx, id));
        CHECK(may_mark(round, today(services), calls::belongings(tx, actor)));
        const ChosenAmong among(tx, round);
        if (asked.marked && !is_candidate(among, asked.suggestion_id)) {
            return tl::unexpected(base::Error{base::Trouble::refused, "selection.not_of_round", {},
                {{"/suggestion_id", "selection.not_of_round", {}}}});
        }
        const auto went_into = among.went_into();
        auto ballot = own_ballot(services, tx, actor, id);
        auto marks = asked.marked ? with_mark(ballot.marks, asked.suggestion_id)
                                  : without_mark(ballot.marks, asked.suggestion_id, went_into);
        if (marks != ballot.marks) {
            ballot.marks = std::move(marks);
            ballot.version += 1;
            ballot.updated_at = services.clock.now();
            CHECK(keep_ballot(tx, ballot));
            tell_ballot(services, tx, actor, ballot);
        }
        return marks_today(ballot.marks, went_into);
    });
}

} // namespace xieshang::shortlists
