// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/shortlists_event_actions.h"

#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::shortlists {

void keep_round_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SelectionRound& round, const RoundStep& step, const StepDetail& detail)
{
    const KeptRoundStep kept{round.version, round.updated_at, actor.id, actor.name, step.action,
        step.from, step.to, detail.reason, detail.change.takes_in, detail.change.takes_out,
        detail.effect};
    insert_step(tx, round.id, kept);
    record::append(tx, actor, round.updated_at, services.random,
        {"selection_round." + std::string(boost::describe::enum_to_string(step.action, "")),
            "selection_round", round.id.text, round.version,
            R"({"after":)" + json::write(round) + R"(,"step":)" + json::write(kept) + "}"});
}

base::Result<SelectionRound> keep_round(services::Services& services, db::Tx& tx,
    const base::Actor& actor, SelectionRound round, const RoundStep& step, const StepDetail& detail)
{
    const auto version_before = round.version;
    round.state = step.to;
    round.version += 1;
    round.updated_at = services.clock.now();
    CHECK(update_round(tx, round, version_before));
    keep_round_step(services, tx, actor, round, step, detail);
    return round;
}

void tell_ballot(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const SupportBallot& ballot)
{
    record::append(tx, actor, ballot.updated_at, services.random,
        {"support_ballot.mark", "support_ballot", ballot.id.text, ballot.version,
            R"({"after":)" + json::write(ballot) + "}"});
}

} // namespace xieshang::shortlists
