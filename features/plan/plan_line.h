// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A plan as a line of the list. Pure.
#pragma once

#include "features/plan/plan.h"

namespace xieshang::plan {

// `draft` is the document's word (草案), `state` where the plan stands.
struct PlanLine {
    PlanId id;
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year;
    PlanState state{};
    bool draft{};
    std::int64_t topic_count{};
    base::Instant updated_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(
    PlanLine, (), (id, title, committee, year, state, draft, topic_count, updated_at, version))

// A plan where something else names it.
struct PlanMention {
    PlanId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(PlanMention, (), (id, title))

} // namespace xieshang::plan
