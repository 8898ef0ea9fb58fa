// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How alike two folded texts are: the cosine between their pairs of neighbouring characters,
// counted. Blanks and signs stand between pairs. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::calls {

class Bigrams {
public:
    explicit Bigrams(std::u32string_view folded);

    double likeness(const Bigrams& other) const; // 0: no pair in common; 1: the same pairs

private:
    std::vector<std::pair<std::uint64_t, double>> counts_; // by pair
    double length_ = 0;
};

} // namespace xieshang::calls
