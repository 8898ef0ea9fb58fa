// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which versions a plan has that a person would look for, and how one is asked for; pure. Days are
// calendar days in the committee's zone, ISO 8601.
#pragma once

#include "features/amendments/plan_past.h"

#include <string_view>
#include <vector>

namespace xieshang::amendments {

enum class VersionMark : std::uint8_t {
    step,      // as it stood after a step of its life
    amendment, // after an amendment
    now,       // 现在
};
BOOST_DESCRIBE_ENUM(VersionMark, step, amendment, now)

struct PlanVersion {
    std::int64_t version{}; // of the plan
    VersionMark mark{};
    std::optional<plan::PlanAction> action{}; // of a step
    std::int64_t nth = 1; // such step to that state; which amendment, in their order
    base::Instant at;
    plan::PlanState state{}; // from then on
    std::optional<AmendmentId> amendment_id{};
    std::optional<std::string> effective_on{}; // of an amendment

    bool operator==(const PlanVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    PlanVersion, (), (version, mark, action, nth, at, state, amendment_id, effective_on))

// Oldest first, at the end the plan as it is. A step that only says that one reviewer of several
// agreed leaves the plan as it was and makes none. `steps`: all of the plan, oldest first.
std::vector<PlanVersion> versions_of(
    const plan::Plan& plan, const std::vector<plan::PlanStep>& steps, const PlanPast& past);

// What a person asked for: "now", the number of a version of the plan, or a day that has come.
// Refusals (422): version.no_such_version, version.not_a_choice, period.not_a_day,
// amendment.day_to_come.
base::Result<PastUntil> chosen_version(
    std::string_view asked, const plan::Plan& plan, std::string_view today);

} // namespace xieshang::amendments
