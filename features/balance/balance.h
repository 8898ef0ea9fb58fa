// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a plan's topics are spread over fields and kinds, against what is usual (domain.md §1.2,
// Frequencies). A hint says where a count lies outside; it forbids nothing. Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::balance {

using plan::TopicField;
using plan::TopicKind;

struct Usual { // how often a year a kind is usual; none: no such bound
    std::optional<std::int64_t> least{};
    std::optional<std::int64_t> most{};
};

enum class Hint : std::uint8_t {
    none, // nothing is usual
    within,
    below,
    above,
};
BOOST_DESCRIBE_ENUM(Hint, none, within, below, above)
Hint hint_of(std::int64_t count, const Usual& usual);

struct Cell {
    std::optional<TopicField> field; // none: not said yet
    TopicKind kind{};
    std::int64_t count{};

    bool operator==(const Cell&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (field, kind, count))

// Whether it is consulted on in its year: not where an amendment took it away, replaced it or put
// it off.
bool counts(const topics::Topic& topic);

// Only cells that have something, by field, then kind; topics without a field last.
std::vector<Cell> cells_of(const std::vector<topics::Topic>& topics);

std::int64_t count_of_kind(const std::vector<Cell>& cells, TopicKind kind);
std::int64_t count_of_field(const std::vector<Cell>& cells, std::optional<TopicField> field);

} // namespace xieshang::balance
