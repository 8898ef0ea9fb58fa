// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::scoring {
namespace {

using State = ScoringState;
using Action = ScoringRoundAction;
using Row = workflow::Row<ScoringState, ScoringRoundAction, RoundFacts>;

constexpr auto office = members::bit(members::Role::office);
constexpr std::size_t several = 2; // one alone would not be blind: his score is the result

constexpr bool always(const RoundFacts& facts) { return workflow::always(facts); }
constexpr bool ready(const RoundFacts& facts)
{
    return facts.reviewers >= several && facts.suggestions > 0 && facts.is_to_come;
}
constexpr bool later(const RoundFacts& facts) { return facts.ends_later && facts.is_to_come; }
constexpr bool explained(const RoundFacts& facts) { return facts.has_reason || facts.is_over; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from            action          to                by      needs      or else
    {State::preparing, Action::edit,   State::preparing, office, always,    ""},
    {State::preparing, Action::open,   State::open,      office, ready,     "scoring.last_day"},
    {State::open,      Action::extend, State::open,      office, later,     "scoring.not_later"},
    {State::open,      Action::close,  State::closed,    office, explained, "scoring.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

// Of what a round lacks to be opened, the first.
const char* lack_of(const RoundFacts& facts)
{
    if (facts.reviewers < several) {
        return "scoring.too_few_reviewers";
    }
    return facts.suggestions == 0 ? "scoring.no_suggestions" : "scoring.last_day";
}

} // namespace

base::Result<RoundStep> take(
    ScoringState from, ScoringRoundAction action, base::Roles roles, const RoundFacts& facts)
{
    auto step = workflow::take(table, from, action, roles, facts);
    if (!step && step.error().code == "scoring.last_day") {
        return base::refuse(lack_of(facts));
    }
    if (step && action == ScoringRoundAction::extend && !facts.has_reason) {
        return base::refuse("scoring.no_reason");
    }
    return step;
}

std::vector<workflow::Offer<ScoringRoundAction>> offers(
    ScoringState from, base::Roles roles, RoundFacts facts)
{
    facts.has_reason = true;
    facts.ends_later = true;
    auto open = workflow::offers(table, from, roles, facts);
    for (auto& offer : open) {
        if (offer.refusal == "scoring.not_later") {
            offer.refusal.clear(); // the day is chosen with it
        } else if (offer.refusal == "scoring.last_day") {
            offer.refusal = lack_of(facts);
        }
    }
    return open;
}

std::vector<std::array<std::string, 5>> scoring_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::scoring
