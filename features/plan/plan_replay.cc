// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_replay.h"

#include "features/members/workflow_rows.h"
#include "features/plan/plan_workflow.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

constexpr std::string_view prefix = "plan.";

// Of an event that may leave it out: null, too, where it says nothing.
const json::Node* said_in(const json::Node& content, std::string_view key, json::Kind kind)
{
    const auto* node = json::member_of(content, key);
    return node != nullptr && node->kind == kind ? node : nullptr;
}

} // namespace

const json::Node* PlanReplay::keep(std::string_view content)
{
    auto parsed = json::Document::parse(content);
    if (!parsed) {
        return nullptr;
    }
    contents_.push_back(std::move(*parsed));
    return &contents_.back().root(); // its nodes do not move with the document
}

bool PlanReplay::take(const PlanEvent& event)
{
    auto action = event.action;
    const auto* told = keep(event.content);
    if (told == nullptr || !action.starts_with(prefix)) {
        return false;
    }
    action.remove_prefix(prefix.size());
    if (action == "save_draft" || action == "collect") {
        state_ = action == "collect" ? "collecting" : "draft";
        plan_ = json::member_of(*told, "plan");
        sections_ = json::member_of(*told, "sections");
        ignored_ = json::member_of(*told, "ignored"); // older plans have none
        own_words_ = json::member_of(*told, "own_words");
        topics_ = json::member_of(*told, "topics");
        steps_.push_back({event.version, event.at, std::string(event.by_id), std::string(action),
            state_, state_, ""});
        return plan_ != nullptr && sections_ != nullptr && topics_ != nullptr;
    }
    if (action == "amend") { // its topics tell what became of them
        return state_ == "issued" || state_ == "in_force";
    }
    if (action == "edit") {
        plan_ = json::member_of(*told, "after");
        if (const auto* text = said_in(*told, "sections", json::Kind::array)) {
            sections_ = text;
        }
        return plan_ != nullptr;
    }
    return step(event, action, *told);
}

bool PlanReplay::step(const PlanEvent& event, std::string_view action, const json::Node& content)
{
    const auto* reason = json::member_of(content, "reason");
    const auto* said = json::member_of(content, "to"); // none: from before the three offices
    auto to = members::state_after(plan_workflow_rows(), state_, action);
    if (said == nullptr && action == "submit") {
        to = "chairpersons_review";
    }
    if (to.empty() || reason == nullptr || (said != nullptr && said->text != to)) {
        return false;
    }
    if (const auto* review = said_in(content, "review", json::Kind::object)) {
        reviews_.emplace_back(event.version, review);
    }
    if (const auto* day = said_in(content, "issued_on", json::Kind::string)) {
        issued_on_ = day;
    }
    if (action == "submit") {
        chains_.push_back(said_in(content, "reviewers", json::Kind::object));
    }
    steps_.push_back({event.version, event.at, std::string(event.by_id), std::string(action),
        state_, to, std::string(reason->text)});
    state_ = to;
    return true;
}

} // namespace xieshang::plan
