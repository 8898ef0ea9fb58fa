// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance.h"

#include <map>
#include <utility>

namespace xieshang::balance {

Hint hint_of(std::int64_t count, const Usual& usual)
{
    if (!usual.least && !usual.most) {
        return Hint::none;
    }
    if (usual.least && count < *usual.least) {
        return Hint::below;
    }
    return usual.most && count > *usual.most ? Hint::above : Hint::within;
}

bool counts(const topics::Topic& topic)
{
    using enum topics::TopicState;
    return topics::stands_in_plan(topic.state) && topic.state != cancelled
        && topic.state != replaced && topic.state != postponed;
}

std::vector<Cell> cells_of(const std::vector<topics::Topic>& topics)
{
    std::map<std::pair<int, int>, Cell> found; // without a field: behind every field
    constexpr int behind = 1000;
    for (const auto& topic : topics) {
        if (!counts(topic)) {
            continue;
        }
        const auto& field = topic.words.field;
        const std::pair key{
            field ? static_cast<int>(*field) : behind, static_cast<int>(topic.words.kind)};
        auto& cell = found.try_emplace(key, Cell{field, topic.words.kind, 0}).first->second;
        ++cell.count;
    }
    std::vector<Cell> cells;
    cells.reserve(found.size());
    for (const auto& [key, cell] : found) {
        cells.push_back(cell);
    }
    return cells;
}

std::int64_t count_of_kind(const std::vector<Cell>& cells, TopicKind kind)
{
    std::int64_t count = 0;
    for (const auto& cell : cells) {
        count += cell.kind == kind ? cell.count : 0;
    }
    return count;
}

std::int64_t count_of_field(const std::vector<Cell>& cells, std::optional<TopicField> field)
{
    std::int64_t count = 0;
    for (const auto& cell : cells) {
        count += cell.field == field ? cell.count : 0;
    }
    return count;
}

} // namespace xieshang::balance
