// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/completion.h"

#include <algorithm>

namespace xieshang::analytics {

std::vector<CompletionStep> completion(const EqualShares& run, std::span<const Project> projects)
{
    auto rest = run.unchosen;
    std::sort(rest.begin(), rest.end(), [&](const auto& one, const auto& other) {
        const auto cost = projects[one.project].cost;
        const auto others = projects[other.project].cost;
        return one.supporters != other.supporters ? one.supporters > other.supporters
            : cost != others                      ? cost < others
                                                  : one.project < other.project;
    });
    auto free = run.free_slots;
    std::vector<CompletionStep> steps;
    for (const auto& one : rest) {
        const auto& project = projects[one.project];
        if (one.supporters > 0 && project.cost <= free[project.form]) {
            steps.push_back({one.project, one.supporters, free[project.form]});
            free[project.form] -= project.cost;
        }
    }
    return steps;
}

} // namespace xieshang::analytics
