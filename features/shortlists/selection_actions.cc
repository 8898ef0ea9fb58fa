// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/selection_actions.h"

#include "features/people/period.h"
#include "features/people/short_text.h"
#include "features/shortlists/chosen_among_actions.h"
#include "features/shortlists/shortlists_event_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <algorithm>

namespace xieshang::shortlists {
namespace {

base::Result<void> put_proposal(services::Services& services, db::Tx& tx, SelectionRound& round)
{
    const ChosenAmong among(tx, round);
    const auto input = among.input(tx, among.candidates());
    auto proposal = TRY(propose(input));
    proposal.input_sha256 = crypto::sha256_hex(json::write(input));
    const auto content = json::write(proposal);
    insert_proposal(tx, round.id, content);
    round.listed = std::move(proposal.listed);
    round.proposal_sha256 = crypto::sha256_hex(content);
    round.proposed_on = today(services);
    return {};
}

} // namespace

std::string today(services::Services& services) { return people::day_of(services.clock.now()); }

base::Result<SelectionRound> round_seen(db::Tx& tx, const RoundId& id, std::int64_t version_seen)
{
    auto round = TRY(find_round(tx, id));
    if (round.version != version_seen) {
        return base::trouble(base::Trouble::stale, "selection.stale");
    }
    return round;
}

base::Result<RoundStep> step_of(services::Services& services, const SelectionRound& round,
    const base::Actor& actor, SelectionRoundAction action, std::string_view reason)
{
    const RoundFacts facts{.has_reason = people::is_said(reason),
        .is_over = is_marking_over(round, today(services)),
        .has_list = !round.listed.empty()};
    auto step = take(round.state, action, actor.roles, facts);
    if (step || !step.error().code.ends_with(".no_reason")) {
        return step;
    }
    auto error = step.error();
    error.fields = {{"/reason", error.code, {}}};
    return tl::unexpected(std::move(error));
}

base::Result<SelectionRound> make_round(
    services::Services& services, const base::Actor& actor, const RoundWords& words)
{
    CHECK(acceptable(words, today(services)));
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        const auto now = services.clock.now();
        const SelectionRound round{.id = base::new_id<RoundId>(services.clock, services.random),
            .words = words,
            .state = RoundState::marking,
            .version = 1,
            .created_at = now,
            .created_by = actor.id,
            .created_by_name = actor.name,
            .updated_at = now};
        CHECK(insert_round(tx, round));
        keep_round_step(services, tx, actor, round,
            {RoundState::marking, RoundState::marking, SelectionRoundAction::make}, {});
        return round;
    });
}

base::Result<SelectionRound> edit_round(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const RoundEdit& edit)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        auto round = TRY(round_seen(tx, id, version_seen));
        const auto step =
            TRY(step_of(services, round, actor, SelectionRoundAction::edit, edit.reason));
        round.words = {round.words.year, edit.title, edit.closes_on, edit.slots, edit.wanted};
        CHECK(acceptable(round.words, today(services)));
        return keep_round(services, tx, actor, std::move(round), step, {edit.reason, {}, {}});
    });
}

base::Result<SelectionRound> place_candidates(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const std::vector<TopicPlacement>& placements)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        auto round = TRY(round_seen(tx, id, version_seen));
        const auto step = TRY(step_of(services, round, actor, SelectionRoundAction::place, {}));
        const ChosenAmong among(tx, round);
        const bool are_of_it = std::all_of(placements.begin(), placements.end(),
            [&](const TopicPlacement& one) { return among.may_enter(one.suggestion_id); });
        if (!are_of_it) {
            return tl::unexpected(base::Error{base::Trouble::refused, "selection.not_of_round", {},
                {{"/placements", "selection.not_of_round", {}}}});
        }
        round.placements = placed(std::move(round.placements), placements);
        return keep_round(services, tx, actor, std::move(round), step, {});
    });
}

base::Result<SelectionRound> take_round_step(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const RoundStepRequest& asked)
{
    const bool is_here = asked.action == SelectionRoundAction::close
        || asked.action == SelectionRoundAction::propose;
    if (!is_here) {
        return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
    }
    return services.db.transact([&](db::Tx& tx) -> base::Result<SelectionRound> {
        auto round = TRY(round_seen(tx, id, version_seen));
        const auto step = TRY(step_of(services, round, actor, asked.action, asked.reason));
        if (step.action == SelectionRoundAction::propose) {
            CHECK(put_proposal(services, tx, round));
        }
        return keep_round(services, tx, actor, std::move(round), step, {asked.reason, {}, {}});
    });
}

} // namespace xieshang::shortlists
