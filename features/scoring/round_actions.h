// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on scoring rounds. Each takes one transaction and tells the record.
#pragma once

#include "features/scoring/round_desk_actions.h"
#include "features/scoring/scoring_shapes.h"
#include "platform/base/policy.h"

namespace xieshang::scoring {

// With the criteria of the settings (screening_criteria), and nobody named yet. Refusals:
// topic_call.not_found, scoring.invalid.
base::Result<ScoringRound> make_round(
    services::Services& services, const base::Actor& actor, const NewRound& asked);

// While it is prepared. Refusals: scoring.not_found, scoring.stale naming each field that differs,
// those of acceptable(), /reviewers/N scoring.not_a_candidate {name}, those of the workflow.
base::Result<ScoringRound> edit_round(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const ScoringRoundWords& words);

// Opens it with the suggestions that wait to be chosen, extends or closes it; closed, it keeps
// whose role had ended. Refusals: scoring.not_found, scoring.stale, scoring.no_day and
// period.not_a_day (422, /closes_on), those of the workflow with the field that they lack.
base::Result<ScoringRound> take_round_step(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const ScoringStepRequest& asked);

struct RoundPage {
    ScoringRound round;
    std::string call_title;
    std::string view; // of see_round
    std::int64_t suggestions{};
    std::vector<Progress> progress; // of each reviewer, in the view "all"
    std::vector<KeptRoundStep> steps;
    std::vector<workflow::Offer<ScoringRoundAction>> offers;
    std::optional<Progress> own{};             // of the asker, where he is named
    std::optional<base::Error> cannot_score{}; // why the asker, who is named, may not now
};
// Refusal: scoring.not_found, also where the asker has no view of it.
base::Result<RoundPage> round_page(
    services::Services& services, const base::Asker& asker, const RoundId& id);
// Those that the asker sees, the newest first.
std::vector<RoundPage> list_rounds(services::Services& services, const base::Asker& asker);

// A round that the asker has a view of, and which; else scoring.not_found.
struct SeenRound {
    ScoringRound round;
    std::string view;
};
base::Result<SeenRound> seen_round(db::Tx& tx, const base::Asker& asker, const RoundId& id);

struct Candidate { // who may be named a reviewer today
    std::string id;
    std::string name;
    std::vector<std::string> roles; // by which he would be
};
// By a part of the name or the login; by name, then id.
std::vector<Candidate> candidates(services::Services& services, std::string_view words);

} // namespace xieshang::scoring
