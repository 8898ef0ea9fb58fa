// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_version.h"

#include "features/people/period.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace xieshang::amendments {
namespace {

std::vector<PlanVersion> versions_of_steps(const std::vector<plan::PlanStep>& steps)
{
    std::vector<PlanVersion> versions;
    std::map<std::pair<plan::PlanAction, plan::PlanState>, std::int64_t> counts;
    for (const auto& step : steps) {
        if (step.action != plan::PlanAction::concur) {
            versions.push_back({.version = step.version,
                .mark = VersionMark::step,
                .action = step.action,
                .nth = ++counts[{step.action, step.to_state}],
                .at = step.at_ms,
                .state = step.to_state});
        }
    }
    return versions;
}

plan::PlanState state_at(const std::vector<plan::PlanStep>& steps, std::int64_t version)
{
    plan::PlanState state{};
    for (const auto& step : steps) {
        if (step.version <= version) {
            state = step.to_state;
        }
    }
    return state;
}

// Digits alone, and none too many to be a number.
std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number{};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool is_whole = read.ec == std::errc() && read.ptr == end;
    return is_whole ? std::optional(number) : std::nullopt;
}

} // namespace

std::vector<PlanVersion> versions_of(
    const plan::Plan& plan, const std::vector<plan::PlanStep>& steps, const PlanPast& past)
{
    auto versions = versions_of_steps(steps);
    for (const auto& amendment : past.decided) {
        if (const auto version = version_of(past.events, amendment.id)) {
            versions.push_back({.version = *version,
                .mark = VersionMark::amendment,
                .at = amendment.updated_at,
                .state = state_at(steps, *version),
                .amendment_id = amendment.id,
                .effective_on = amendment.decision->effective_on});
        }
    }
    std::stable_sort(versions.begin(), versions.end(),
        [](const PlanVersion& a, const PlanVersion& b) { return a.version < b.version; });
    std::int64_t amendments = 0;
    for (auto& one : versions) {
        if (one.mark == VersionMark::amendment) {
            one.nth = ++amendments;
        }
    }
    versions.push_back({.version = plan.version,
        .mark = VersionMark::now,
        .at = plan.updated_at_ms,
        .state = plan.state});
    return versions;
}

base::Result<PastUntil> chosen_version(
    std::string_view asked, const plan::Plan& plan, std::string_view today)
{
    if (asked == "now") {
        return PastUntil{};
    }
    if (people::is_day(asked)) {
        if (asked > today) {
            return base::refuse("amendment.day_to_come");
        }
        return PastUntil{.day = std::string(asked)};
    }
    if (const auto number = number_in(asked)) {
        if (*number < 1 || *number > plan.version) {
            return base::refuse("version.no_such_version");
        }
        return PastUntil{.version = number};
    }
    const bool is_like_day = !asked.empty() && asked.find_first_not_of("0123456789-") == asked.npos;
    return base::refuse(is_like_day ? "period.not_a_day" : "version.not_a_choice");
}

} // namespace xieshang::amendments
