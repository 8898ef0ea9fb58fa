// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan.h"

namespace xieshang::plan {
namespace {

void name_difference(base::Error& stale, std::string pointer,
    const std::optional<std::string>& asked, const std::string& kept)
{
    if (asked && *asked != kept) {
        stale.fields.push_back({std::move(pointer), "plan.changed_meanwhile", {{"now", kept}}});
    }
}

} // namespace

base::Result<void> same_version(const Plan& kept, std::int64_t version_seen, const PlanEdit& asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    base::Error stale{base::Trouble::stale, "plan.stale",
        {{"seen", std::to_string(version_seen)}, {"now", std::to_string(kept.version)}}, {}};
    name_difference(stale, "/title", asked.title, kept.title);
    name_difference(stale, "/committee", asked.committee, kept.committee);
    if (asked.year && asked.year != kept.year) {
        stale.fields.push_back({"/year", "plan.changed_meanwhile",
            {{"now", kept.year ? std::to_string(*kept.year) : std::string()}}});
    }
    return tl::unexpected(std::move(stale));
}

base::Result<void> editable(const Plan& plan)
{
    if (plan.state != PlanState::draft && plan.state != PlanState::collecting) {
        return base::trouble(base::Trouble::conflict, "plan.not_a_draft");
    }
    return {};
}

} // namespace xieshang::plan
