// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_shapes.h"

namespace xieshang::plan {

NewPlan new_plan_of(const DocumentId& id, const Reading& reading)
{
    NewPlan plan{id, reading.title, reading.committee, reading.year, {}};
    for (const auto& topic : reading.topics) {
        plan.topics.push_back({topic.number, topic.kind, topic.title, topic.period, topic.month,
            topic.responsible, topic.participating, topic.line});
    }
    return plan;
}

} // namespace xieshang::plan
