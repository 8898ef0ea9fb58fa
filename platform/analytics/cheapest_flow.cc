// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/cheapest_flow.h"

#include <algorithm>
#include <optional>

namespace xieshang::analytics {

std::size_t CheapestFlow::add(const Arc& arc)
{
    arcs_.push_back(arc);
    arcs_.push_back({arc.to, arc.from, 0, -arc.cost});
    return arcs_.size() / 2 - 1;
}

void CheapestFlow::fill()
{
    while (fill_one_path()) {}
}

bool CheapestFlow::fill_one_path()
{
    std::vector<std::optional<Weight>> costs(nodes_);
    std::vector<std::size_t> last(nodes_); // arc of the path
    costs[0] = Weight{};
    for (bool is_better = true; is_better;) {
        is_better = false;
        for (std::size_t i = 0; i < arcs_.size(); ++i) {
            const auto& arc = arcs_[i];
            if (arc.room == 0 || !costs[arc.from]) {
                continue;
            }
            const auto cost = *costs[arc.from] + arc.cost;
            if (!costs[arc.to] || cost < *costs[arc.to]) {
                costs[arc.to] = cost;
                last[arc.to] = i;
                is_better = true;
            }
        }
    }
    if (!costs[1] || *costs[1] >= Weight{}) {
        return false;
    }
    std::uint64_t room = UINT64_MAX;
    for (std::size_t node = 1; node != 0; node = arcs_[last[node]].from) {
        room = std::min(room, arcs_[last[node]].room);
    }
    for (std::size_t node = 1; node != 0; node = arcs_[last[node]].from) {
        arcs_[last[node]].room -= room;
        arcs_[last[node] ^ 1U].room += room;
    }
    return true;
}

} // namespace xieshang::analytics
