// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a topic 议题 as a table, from the suggestion to the outcome that has landed
// (domain.md §1.2). A suggestion is screened, chosen and becomes a topic of the plan; once the plan
// is issued only an amendment changes it (plan, 五(一): 有关议题可作适当调整). No answer to a
// suggestion without its reason: 每条建议都有答复. Research, consultation, reporting and tracking
// refuse until what they need is there. Pure, any thread.
#pragma once

#include "features/members/role.h"
#include "platform/workflow/workflow.h"

#include <boost/describe.hpp>

#include <array>
#include <string>
#include <vector>

namespace xieshang::topics {

enum class TopicState : std::uint8_t {
    suggested,         // 已提出: waits to be screened
    withdrawn,         // 已撤回 by who suggested it
    screened,          // 已初筛: among those to choose from
    merged,            // 已并入 another suggestion
    rejected,          // 未采用
    reserved,          // 备选
    passed_on,         // 转其他渠道: a proposal, a public-opinion report
    shortlisted,       // 已入围
    approved,          // 已审定, with its plan
    planned,           // 已列入计划: the plan is issued
    research,          // 调研中
    consulted,         // 已协商
    reported,          // 成果已报送
    adoption_tracking, // 跟踪落实
    closed,            // 已办结
    postponed,         // 已延期
    cancelled,         // 已取消
    replaced,          // 已替换
};
BOOST_DESCRIBE_ENUM(TopicState, suggested, withdrawn, screened, merged, rejected, reserved,
    passed_on, shortlisted, approved, planned, research, consulted, reported, adoption_tracking,
    closed, postponed, cancelled, replaced)

enum class TopicAction : std::uint8_t {
    suggest,  // the first step of all
    withdraw, // 撤回
    screen,   // 通过初筛
    merge,    // 并入
    reject,   // 不采用
    reserve,  // 列为备选
    pass_on,  // 转其他渠道
    reopen,   // 重新审查
    shortlist,
    unlist,         // 移出入围名单
    approve,        // with the plan
    unapprove,      // the plan went back
    plan,           // with the issue of the plan
    start_research, // 启动调研
    consult,        // 召开协商会议
    report,         // 报送成果
    track,          // 转入跟踪落实
    close,          // 办结
    postpone,       // 延期
    resume,         // 恢复
    cancel,         // 取消
    replace,        // 替换
    add,            // 增加: the first step of a topic that an amendment brought
    enter,          // 录入: the first step of a topic that was put into a draft by hand
};
BOOST_DESCRIBE_ENUM(TopicAction, suggest, withdraw, screen, merge, reject, reserve, pass_on, reopen,
    shortlist, unlist, approve, unapprove, plan, start_research, consult, report, track, close,
    postpone, resume, cancel, replace, add, enter)

struct TopicFacts {
    bool has_reason = false;           // the step says why
    bool is_own = false;               // of who takes it
    bool has_consent = false;          // of those whose suggestions are merged
    bool has_channel = false;          // says where it is passed on to
    bool plan_approved = false;        // the party committee decided on the plan that it stands in
    bool plan_issued = false;          //
    bool by_amendment = false;         // a step of an amendment that a meeting decided
    bool arranged = false;             // its arrangement 推进方案 is complete
    int research_reports = 0;          // signed off
    bool was_consulted = false;        // the meeting was held
    bool has_outcome = false;          // submitted
    bool outcomes_followed_up = false; // every recommendation answered and landed
};

using TopicWorkflowStep = workflow::Step<TopicState, TopicAction>;

// The step, or its refusal: the row's own (422), workflow.wrong_role (403), workflow.no_such_step
// (409).
base::Result<TopicWorkflowStep> take(
    TopicState state, TopicAction action, base::Roles roles, const TopicFacts& facts);

// Every action open in this state with the reason why this person may not take it.
std::vector<workflow::Offer<TopicAction>> offers(
    TopicState state, base::Roles roles, const TopicFacts& facts);

// Whether it is a topic of its plan; one that was taken off the short list stays with the draft,
// out of it.
bool stands_in_plan(TopicState state);

// Whether its plan was issued with it.
bool is_issued(TopicState state);

// Whether a draft's topics take that step by hand: off the short list with the reason, and back.
bool is_step_of_draft(TopicAction action);

// Whether nothing more is to be done with it: the year can be closed.
bool is_over(TopicState state);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> topic_workflow_rows();

} // namespace xieshang::topics
