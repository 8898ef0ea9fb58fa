// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a request for opinions as a table: sent, closed, answered. No window moves without
// its reason, none is answered while an opinion waits, and while it runs it may go to more. Pure.
#pragma once

#include "features/draft_opinions/opinion_request.h"
#include "platform/workflow/workflow.h"

#include <array>

namespace xieshang::draft_opinions {

enum class OpinionRequestAction : std::uint8_t {
    send,   // the first step
    add,    // 添加征求对象
    extend, // 延长, also of what was closed
    close,  // 截止
    finish, // 全部答复
};
BOOST_DESCRIBE_ENUM(OpinionRequestAction, send, add, extend, close, finish)

struct RequestFacts {
    bool has_reason = false;
    bool ends_later = false;     // the last day that is asked for lies behind the one that stands
    bool is_to_come = false;     // and is today or later
    bool window_is_over = false; // closing takes nothing from anybody any more
    bool all_answered = false;
    bool is_running = false; // one may say something today
    plan::PlanState plan_state = plan::PlanState::draft;
};

using RequestStep = workflow::Step<RequestState, OpinionRequestAction>;

// The step, or its refusal: opinion_request.no_reason, opinion_request.not_later,
// opinion_request.unanswered, opinion_request.is_over (422), workflow.wrong_role (403),
// workflow.no_such_step (409), those of takes_opinions().
base::Result<RequestStep> take(
    RequestState from, OpinionRequestAction action, base::Roles roles, const RequestFacts& facts);

// Every action open in this state with the reason why this person may not take it now; reason and
// later day are asked for when it is taken.
std::vector<workflow::Offer<OpinionRequestAction>> offers(
    RequestState from, base::Roles roles, RequestFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> request_workflow_rows();

} // namespace xieshang::draft_opinions
