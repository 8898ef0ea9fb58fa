// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a scoring round as a table: prepared, opened, closed. Once it is closed the results
// are read, so that no row leads back. Pure.
#pragma once

#include "features/scoring/scoring_round.h"
#include "platform/workflow/workflow.h"

#include <array>

namespace xieshang::scoring {

enum class ScoringRoundAction : std::uint8_t {
    make,   // the first step
    edit,   // 修改: while it is prepared alone
    open,   // 开始评分
    extend, // 延长
    close,  // 结束
};
BOOST_DESCRIBE_ENUM(ScoringRoundAction, make, edit, open, extend, close)

struct RoundFacts {
    std::size_t reviewers = 0;
    std::size_t suggestions = 0; // that wait to be chosen
    bool has_reason = false;
    bool ends_later = false; // the last day that is asked for lies behind the one that stands
    bool is_to_come = false; // the last day is today or later
    bool is_over = false;    // the last day has passed, or everybody has scored all he is asked
};

using RoundStep = workflow::Step<ScoringState, ScoringRoundAction>;

// The step, or its refusal: scoring.too_few_reviewers, scoring.no_suggestions, scoring.last_day,
// scoring.no_reason, scoring.not_later (422), workflow.wrong_role (403), workflow.no_such_step
// (409).
base::Result<RoundStep> take(
    ScoringState from, ScoringRoundAction action, base::Roles roles, const RoundFacts& facts);

// Every action open in this state with the reason why this person may not take it now; reason and
// later day are asked for when it is taken.
std::vector<workflow::Offer<ScoringRoundAction>> offers(
    ScoringState from, base::Roles roles, RoundFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> scoring_workflow_rows();

} // namespace xieshang::scoring
