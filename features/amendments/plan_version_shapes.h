// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of the versions of a plan. Pure.
#pragma once

#include "features/amendments/plan_comparison.h"
#include "features/amendments/plan_version.h"

namespace xieshang::amendments {

struct PlanVersions {
    std::vector<PlanVersion> items; // oldest first, the last is the plan now
};
BOOST_DESCRIBE_STRUCT(PlanVersions, (), (items))

// Each "now", a version's number or a day.
struct VersionsAsked {
    std::optional<std::string> before; // absent: the first version
    std::optional<std::string> after;  // absent: now
};
BOOST_DESCRIBE_STRUCT(VersionsAsked, (), (before, after))

struct VersionHead {
    std::optional<std::string> day{}; // that was asked for
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year{};
    plan::PlanState state{};
};
BOOST_DESCRIBE_STRUCT(VersionHead, (), (day, title, committee, year, state))

struct PlanComparison {
    VersionHead before;
    VersionHead after;
    std::vector<ComparedParagraph> paragraphs;
    std::vector<ComparedTopic> topics;
};
BOOST_DESCRIBE_STRUCT(PlanComparison, (), (before, after, paragraphs, topics))

} // namespace xieshang::amendments
