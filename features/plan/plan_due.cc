// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_due.h"

namespace xieshang::plan {
namespace {

using settings::SettingKey;

struct DueSetting {
    DueStage stage{};
    SettingKey key{};
    std::int64_t years_before = 0; // the plan's
};

std::optional<DueSetting> due_setting(PlanState state)
{
    switch (state) {
    case PlanState::collecting:
    case PlanState::draft:
        return DueSetting{DueStage::draft, SettingKey::draft_due, 1};
    case PlanState::three_office_review: // has no day of its own
    case PlanState::chairpersons_review:
        return DueSetting{DueStage::chairpersons_review, SettingKey::chairpersons_review_due};
    case PlanState::party_committee_review:
        return DueSetting{DueStage::party_committee, SettingKey::party_committee_due};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<PlanDue> due_of(const Plan& plan, const settings::Settings& days)
{
    const auto due = due_setting(plan.state);
    if (!due || !plan.year) {
        return std::nullopt;
    }
    return PlanDue{
        due->stage, std::to_string(*plan.year - due->years_before) + "-" + days.of(due->key).text};
}

} // namespace xieshang::plan
