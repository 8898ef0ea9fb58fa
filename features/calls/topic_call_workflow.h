// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a call for topics as a table: prepared, published, closed. Nobody is asked before it
// is published, and no window moves without its reason. Pure.
#pragma once

#include "features/calls/topic_call.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <vector>

namespace xieshang::calls {

enum class TopicCallAction : std::uint8_t {
    make,   // the first step
    edit,   // 修改: of a draft alone
    open,   // 发布
    extend, // 延长, also of what was closed
    close,  // 截止
};
BOOST_DESCRIBE_ENUM(TopicCallAction, make, edit, open, extend, close)

struct CallFacts {
    bool has_reason = false;
    bool ends_later = false;     // the last day that is asked for lies behind the one that stands
    bool is_to_come = false;     // the last day is today or later
    bool window_is_over = false; // closing takes nothing from anybody any more
};

using CallStep = workflow::Step<CallState, TopicCallAction>;

// The step, or its refusal: topic_call.window_over, topic_call.no_reason, topic_call.not_later
// (422), workflow.wrong_role (403), workflow.no_such_step (409).
base::Result<CallStep> take(
    CallState from, TopicCallAction action, base::Roles roles, const CallFacts& facts);

// Every action open in this state with the reason why this person may not take it now; reason and
// later day are asked for when it is taken.
std::vector<workflow::Offer<TopicCallAction>> offers(
    CallState from, base::Roles roles, CallFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> call_workflow_rows();

} // namespace xieshang::calls
