// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The items of an outline that are open while its lines are read: the last one and all above it.
// Pure.
#pragma once

#include "features/plan/outline.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace xieshang::plan {

bool is_topic_zone(Zone zone);

class OpenItems {
public:
    OpenItems(); // with the root open

    Node& top() { return nodes_[static_cast<std::size_t>(stack_.back())]; }
    const Node& top() const { return nodes_[static_cast<std::size_t>(stack_.back())]; }
    bool is_at_root() const { return stack_.size() == 1; }
    bool is_under_time() const; // the items above stand under a time: 一季度

    // Whether the marker's number follows: on the open item of its form, on the last one, or 1.
    bool is_expected(const Marker& marker) const;

    // Closes what a marker with this text behind it closes, and opens its item.
    Node& open(const Marker& marker, std::u32string_view text);

    // The same for a heading without a number.
    Node& open_bare(const Heading& heading);

    // Adds a row, which stays closed.
    Node& add_row();

    // Closes all, as at the end of a sheet.
    void close_all();

    // Says what the open item's heading promises, and its zone.
    void understand(const Heading& heading);

    std::vector<Node> nodes() && { return std::move(nodes_); }

private:
    static constexpr std::size_t forms = static_cast<std::size_t>(Numbering::row) + 1;

    const Node& node(int id) const { return nodes_[static_cast<std::size_t>(id)]; }
    Node& push(Numbering type, int value);
    void close_below(Numbering rank);
    std::optional<int> open_value(Numbering type) const;

    std::vector<Node> nodes_;
    std::vector<int> stack_;
    std::array<int, forms> last_value_{};
};

} // namespace xieshang::plan
