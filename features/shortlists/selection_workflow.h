// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a selection round as a table: marks are taken, a shortlist is proposed from them,
// people change it with a reason each, a meeting decides. Pure.
#pragma once

#include "features/shortlists/selection_round.h"
#include "platform/workflow/workflow.h"

#include <array>

namespace xieshang::shortlists {

enum class SelectionRoundAction : std::uint8_t {
    make,    // the first step
    edit,    // 修改: slots, wanted places, the last day
    place,   // 确定形式和领域
    close,   // 结束标记
    propose, // 提出名单
    change,  // 调整名单
    decide,  // 决定
};
BOOST_DESCRIBE_ENUM(SelectionRoundAction, make, edit, place, close, propose, change, decide)

struct RoundFacts {
    bool has_reason = false;
    bool is_over = false;  // the last day of marking has passed
    bool has_list = false; // something is on the list
};

using RoundStep = workflow::Step<RoundState, SelectionRoundAction>;

// The step, or its refusal: selection.too_early, selection.no_reason, shortlist.no_reason,
// shortlist.empty (422), workflow.wrong_role (403), workflow.no_such_step (409).
base::Result<RoundStep> take(
    RoundState from, SelectionRoundAction action, base::Roles roles, const RoundFacts& facts);

// Every action open in this state with the reason why this person may not take it now; the reason
// is asked for when it is taken.
std::vector<workflow::Offer<SelectionRoundAction>> offers(
    RoundState from, base::Roles roles, RoundFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> selection_workflow_rows();

} // namespace xieshang::shortlists
