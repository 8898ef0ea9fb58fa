// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_event_actions.h"

#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::scoring {

void keep_round_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const ScoringRound& round, const RoundStep& step, const std::string& reason)
{
    const KeptRoundStep kept{round.version, round.updated_at, actor.id, actor.name, step.action,
        step.from, step.to, reason, round.closes_on};
    insert_round_step(tx, round.id, kept);
    record::append(tx, actor, round.updated_at, services.random,
        {"scoring_round." + std::string(boost::describe::enum_to_string(step.action, "")),
            "scoring_round", round.id.text, round.version,
            R"({"after":)" + json::write(round) + R"(,"step":)" + json::write(kept) + "}"});
}

void keep_sheet(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const GivenSheet& sheet)
{
    add_sheet(tx, sheet);
    record::append(tx, actor, sheet.at, services.random,
        {"scoring_sheet.score", "scoring_sheet", sheet.id.text, sheet.version,
            R"({"after":)" + json::write(sheet) + "}"});
}

void keep_comment(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const ScoringComment& comment)
{
    insert_comment(tx, comment);
    record::append(tx, actor, comment.at_ms, services.random,
        {"scoring_comment.add", "scoring_comment", comment.id.text, 1,
            R"({"after":)" + json::write(comment) + "}"});
}

} // namespace xieshang::scoring
