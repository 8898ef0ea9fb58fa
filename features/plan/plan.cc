// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan.h"

#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

void name_difference(base::Error& stale, std::string pointer,
    const std::optional<std::string>& asked, const std::string& kept)
{
    if (asked && *asked != kept) {
        stale.fields.push_back({std::move(pointer), "plan.changed_meanwhile", {{"now", kept}}});
    }
}

void name_differences(
    base::Error& stale, const std::vector<Section>& asked, const std::vector<Section>& kept)
{
    for (std::size_t i = 0; i < std::max(asked.size(), kept.size()); ++i) {
        const auto at = "/sections/" + std::to_string(i);
        const auto now = i < kept.size() ? kept[i] : Section{};
        if (i >= asked.size()) {
            stale.fields.push_back({at, "plan.changed_meanwhile", {{"now", now.heading}}});
            continue;
        }
        name_difference(stale, at + "/heading", asked[i].heading, now.heading);
        name_difference(stale, at + "/text", asked[i].text, now.text);
    }
}

} // namespace

base::Result<void> same_version(const Plan& kept, std::int64_t version_seen, const PlanEdit& asked,
    const std::vector<Section>& sections)
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
    if (asked.sections) {
        name_differences(stale, *asked.sections, sections);
    }
    return tl::unexpected(std::move(stale));
}

base::Result<void> acceptable(const PlanEdit& asked)
{
    base::Error wrong{base::Trouble::refused, "plan.empty_section", {}, {}};
    const auto count = asked.sections ? asked.sections->size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& section = (*asked.sections)[i];
        if (!people::is_said(section.heading) && !people::is_said(section.text)) {
            wrong.fields.push_back(
                {"/sections/" + std::to_string(i) + "/text", "plan.empty_section", {}});
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

base::Result<void> editable(const Plan& plan)
{
    if (plan.state != PlanState::draft && plan.state != PlanState::collecting) {
        return base::trouble(base::Trouble::conflict, "plan.not_a_draft");
    }
    return {};
}

} // namespace xieshang::plan
