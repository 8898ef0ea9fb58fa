// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The next year's plan is begun out of this one, for the office.
#pragma once

#include "features/people/left_posts_actions.h"
#include "features/plan/plan_actions.h"

namespace xieshang::plan {

struct NamedPlan {
    PlanId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(NamedPlan, (), (id, title))

// What the next year's plan would be, and what of it a person has to look at.
struct NextYear {
    std::int64_t year{};
    std::string title;
    std::string committee;
    std::vector<Section> sections;
    std::int64_t topics{};                    // that can be carried over
    std::vector<std::int64_t> other_years;    // that its words name, left as they are
    std::vector<people::LeftPost> left;       // named in it, and without a post by now
    std::optional<NamedPlan> already_there{}; // the plan of that year
};
BOOST_DESCRIBE_STRUCT(
    NextYear, (), (year, title, committee, sections, topics, other_years, left, already_there))

struct NextYearChoice {
    bool with_topics{}; // each is to be looked at
    std::optional<bool> collecting{};
};
BOOST_DESCRIBE_STRUCT(NextYearChoice, (), (with_topics, collecting))

// Refusals: plan.not_found, plan.no_year.
base::Result<NextYear> next_year_of(services::Services& services, const PlanId& id);

// Refusals: those of next_year_of(), plan.year_has_plan (409, {year, title}).
base::Result<PlanId> begin_next_year(services::Services& services, const base::Actor& actor,
    const PlanId& id, const NextYearChoice& choice);

} // namespace xieshang::plan
