// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a plan must be when everything happened that its events tell. Pure.
#pragma once

#include "features/plan/plan.h"
#include "platform/json/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct ReplayedStep {
    std::int64_t version{};
    base::Instant at;
    std::string by_id;
    std::string action;
    std::string from;
    std::string to;
    std::string reason;
};

struct PlanEvent {
    std::string_view action;
    std::int64_t version{};
    base::Instant at;
    std::string_view by_id;
    std::string_view content;
};

// Contents are parsed once and live as long as this.
class PlanReplay {
public:
    // `event`: its action as the record names it, "plan.edit", and its content. False: the workflow
    // has no such step from where the plan stood, or the content is not one of such an event.
    bool take(const PlanEvent& event);

    const json::Node* plan() const { return plan_; } // title, committee, year …; null: none yet
    const json::Node* sections() const { return sections_; } // as they were edited last
    const json::Node* topics() const { return topics_; }     // as they were saved first
    const json::Node* ignored() const { return ignored_; }   // null: a plan from before corrections
    const json::Node* own_words() const { return own_words_; } // null: from before they were told
    const std::string& state() const { return state_; }
    const std::vector<ReplayedStep>& steps() const { return steps_; }
    // The day of issue as it was said; null: not issued, or from before it was asked for.
    const json::Node* issued_on() const { return issued_on_; }
    // What each review said, by the version that it made.
    const std::vector<std::pair<std::int64_t, const json::Node*>>& reviews() const
    {
        return reviews_;
    }
    // Who reviews in each round, the first first; null: of a round from before that was told.
    const std::vector<const json::Node*>& chains() const { return chains_; }

private:
    const json::Node* keep(std::string_view content);
    bool step(const PlanEvent& event, std::string_view action, const json::Node& content);

    std::vector<json::Document> contents_;
    const json::Node* plan_ = nullptr;
    const json::Node* sections_ = nullptr;
    const json::Node* topics_ = nullptr;
    const json::Node* ignored_ = nullptr;
    const json::Node* own_words_ = nullptr;
    const json::Node* issued_on_ = nullptr;
    std::string state_ = "draft";
    std::vector<ReplayedStep> steps_;
    std::vector<std::pair<std::int64_t, const json::Node*>> reviews_;
    std::vector<const json::Node*> chains_;
};

} // namespace xieshang::plan
