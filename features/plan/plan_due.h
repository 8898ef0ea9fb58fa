// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// By which day a plan is to be past the stage that it stands in: the days of each year are settings
// (domain.md §6), the year is the plan's. A day that has gone by forbids nothing. Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/settings/setting.h"

#include <optional>
#include <string>

namespace xieshang::plan {

enum class DueStage : std::uint8_t {
    draft,               // 拟出草案, in the year before
    chairpersons_review, // 主席会议审议
    party_committee,     // 报党委确定
};
BOOST_DESCRIBE_ENUM(DueStage, draft, chairpersons_review, party_committee)

struct PlanDue {
    DueStage stage{};
    std::string day; // ISO 8601, in the committee's zone; the last one that is in time

    bool operator==(const PlanDue&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanDue, (), (stage, day))

// None: decided, discarded, or of no year.
std::optional<PlanDue> due_of(const Plan& plan, const settings::Settings& days);

} // namespace xieshang::plan
