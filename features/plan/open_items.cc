// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/open_items.h"

#include "features/plan/labels.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

Zone zone_under(Zone above, const Heading& heading)
{
    if (above == Zone::none) {
        return Zone::none;
    }
    if (is_topic_zone(above)) {
        return !heading.is_pure                     ? above
            : heading.promise == Promise::no_topics ? Zone::none
            : heading.promise == Promise::topics    ? Zone::topics
                                                    : above;
    }
    switch (heading.promise) {
    case Promise::topics:
        return Zone::topics;
    case Promise::perhaps:
        return Zone::perhaps;
    case Promise::no_topics:
    case Promise::unlikely:
        return Zone::none;
    default:
        return Zone::unknown;
    }
}

} // namespace

bool is_topic_zone(Zone zone) { return zone == Zone::topics || zone == Zone::perhaps; }

OpenItems::OpenItems() : nodes_(1), stack_{0} {}

bool OpenItems::is_under_time() const
{
    return std::any_of(
        stack_.begin(), stack_.end(), [&](int id) { return node(id).heading.is_time; });
}

std::optional<int> OpenItems::open_value(Numbering type) const
{
    for (auto id = stack_.rbegin(); id + 1 != stack_.rend(); ++id) {
        if (node(*id).type == type) {
            return node(*id).value;
        }
    }
    return std::nullopt;
}

bool OpenItems::is_expected(const Marker& marker) const
{
    if (const auto open = open_value(marker.type)) {
        return marker.value == *open + 1;
    }
    return marker.value == 1
        || (marker.value > 1
            && marker.value == last_value_[static_cast<std::size_t>(marker.type)] + 1);
}

Node& OpenItems::push(Numbering type, int value)
{
    const int id = static_cast<int>(nodes_.size());
    const int parent = stack_.back();
    nodes_[static_cast<std::size_t>(parent)].children.push_back(id);
    Node& added = nodes_.emplace_back();
    added.type = type;
    added.value = value;
    added.parent = parent;
    stack_.push_back(id);
    last_value_[static_cast<std::size_t>(type)] = value;
    return added;
}

void OpenItems::close_below(Numbering rank)
{
    while (!is_at_root() && top().type > rank) {
        stack_.pop_back();
    }
}

Node& OpenItems::open(const Marker& marker, std::u32string_view text)
{
    const auto same = std::find_if(
        stack_.begin() + 1, stack_.end(), [&](int id) { return node(id).type == marker.type; });
    if (same != stack_.end()) {
        stack_.erase(same, stack_.end());
    } else if (marker.type == Numbering::han_comma || marker.type == Numbering::chapter) {
        while (!is_at_root() && top().type > marker.type && top().type != Numbering::bare) {
            stack_.pop_back();
        }
    } else if (!label_at(text, 0)) {
        // （一） stands under 1. when 1. is the highest form (or （一） is a label), else above it.
        while (!is_at_root() && top().type > marker.type && top().parent != 0
            && (marker.value != 1 || node(top().parent).type < Numbering::bare)) {
            stack_.pop_back();
        }
    }
    return push(marker.type, marker.value);
}

Node& OpenItems::open_bare(const Heading& heading)
{
    if (heading.promise == Promise::no_topics) {
        stack_.resize(1);
    }
    close_below(Numbering::bare);
    if (!is_at_root() && top().type == Numbering::bare) {
        stack_.pop_back();
    }
    if (top().zone == Zone::none) {
        stack_.resize(1);
    }
    return push(Numbering::bare, 0);
}

Node& OpenItems::add_row()
{
    close_below(Numbering::bare);
    Node& row = push(Numbering::row, 0);
    row.zone = node(row.parent).zone;
    stack_.pop_back();
    return row;
}

void OpenItems::close_all()
{
    stack_.resize(1);
    last_value_.fill(0);
}

void OpenItems::understand(const Heading& heading)
{
    top().heading = heading;
    top().zone = zone_under(node(top().parent).zone, heading);
}

} // namespace xieshang::plan
