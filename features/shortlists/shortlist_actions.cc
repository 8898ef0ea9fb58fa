// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/shortlist_actions.h"

#include "features/calls/choosing_actions.h"
#include "features/shortlists/chosen_among_actions.h"
#include "features/shortlists/selection_actions.h"
#include "features/shortlists/shortlists_event_actions.h"

#include <algorithm>

namespace xieshang::shortlists {
namespace {

base::Result<void> may_come_in(const ChosenAmong& among, const ShortlistChangeRequest& asked)
{
    if (asked.takes_in && !among.may_enter(*asked.takes_in)) {
        return tl::unexpected(base::Error{base::Trouble::refused, "selection.not_of_round", {},
            {{"/takes_in", "selection.not_of_round", {}}}});
    }
    return {};
}

// Those of the proposal, and those that people took in beside them.
std::vector<ShortlistCandidate> counted(
    db::Tx& tx, const SelectionRound& round, const ChosenAmong& among, const ListChange& change)
{
    std::vector<ShortlistCandidate> all;
    if (const auto proposal = find_proposal(tx, round.id)) {
        all.assign(proposal->candidates.begin(), proposal->candidates.end());
    }
    auto beside = round.listed;
    if (change.takes_in) {
        beside.push_back(*change.takes_in);
    }
    for (const auto& id : beside) {
        const auto* one = among.find(id);
        const bool is_new = std::none_of(all.begin(), all.end(),
            [&](const ShortlistCandidate& other) { return other.suggestion_id == id; });
        if (one != nullptr && is_new) {
            all.push_back(among.candidate(*one));
        }
    }
    return all;
}

base::Result<void> take_in(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const ChosenAmong& among, const SelectionRound& round)
{
    for (const auto& id : round.listed) {
        if (!among.may_enter(id)) {
            const auto* one = among.find(id);
            return base::trouble(base::Trouble::conflict, "shortlist.not_open",
                {{"title", one == nullptr ? id.text : one->words.title}});
        }
        CHECK(calls::choose(
            services, tx, actor, id, topics::TopicAction::shortlist, round.decision->reason));
    }
    return {};
}

// Of those that were proposed from what still waits: nobody chose among what came since.
base::Result<void> put_in_reserve(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const ChosenAmong& among, const SelectionRound& round)
{
    const auto proposal = find_proposal(tx, round.id);
    if (round.decision->others != OthersAnswer::reserve || !proposal) {
        return {};
    }
    for (const auto& one : proposal->candidates) {
        const auto* kept = among.find(one.suggestion_id);
        const bool waits = kept != nullptr && kept->state == topics::TopicState::screened;
        const bool is_listed =
            std::find(round.listed.begin(), round.listed.end(), one.suggestion_id)
            != round.listed.end();
        if (waits && !is_listed) {
            CHECK(calls::choose(services, tx, actor, one.suggestion_id,
                topics::TopicAction::reserve, round.decision->others_reason));
        }
    }
    return {};
}

} // namespace

base::Result<SelectionRound> change_shortlist(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const ShortlistChangeRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        auto round = TRY(round_seen(tx, id, version_seen));
        const auto step =
            TRY(step_of(services, round, actor, SelectionRoundAction::change, asked.reason));
        const ListChange change{asked.takes_in, asked.takes_out};
        const ChosenAmong among(tx, round);
        auto after = TRY(changed(round.listed, change));
        CHECK(may_come_in(among, asked));
        const auto input = among.input(tx, counted(tx, round, among, change));
        const auto effect = effect_of(input, round.listed, after, change);
        round.listed = std::move(after);
        return keep_round(
            services, tx, actor, std::move(round), step, {asked.reason, change, effect});
    });
}

base::Result<SelectionRound> decide_shortlist(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const ShortlistDecision& decision)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        auto round = TRY(round_seen(tx, id, version_seen));
        const auto step =
            TRY(step_of(services, round, actor, SelectionRoundAction::decide, decision.reason));
        CHECK(sound(decision, round, today(services)));
        round.decision = decision;
        const ChosenAmong among(tx, round);
        CHECK(take_in(services, tx, actor, among, round));
        CHECK(put_in_reserve(services, tx, actor, among, round));
        return keep_round(services, tx, actor, std::move(round), step, {decision.reason, {}, {}});
    });
}

} // namespace xieshang::shortlists
