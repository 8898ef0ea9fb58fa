// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/rand_index.h"

#include <cstddef>
#include <map>
#include <utility>

namespace xieshang::analytics {
namespace {

template <class Counts>
double pairs(const Counts& counts)
{
    double sum = 0;
    for (const auto& [label, count] : counts) {
        sum += count * (count - 1) / 2;
    }
    return sum;
}

} // namespace

double adjusted_rand_index(std::span<const int> one, std::span<const int> other)
{
    std::map<std::pair<int, int>, double> both;
    std::map<int, double> by_one;
    std::map<int, double> by_other;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both[{one[i], other[i]}] += 1;
        by_one[one[i]] += 1;
        by_other[other[i]] += 1;
    }
    const auto people = static_cast<double>(one.size());
    const double all = people * (people - 1) / 2;
    const double expected = all == 0 ? 0 : pairs(by_one) * pairs(by_other) / all;
    const double most = (pairs(by_one) + pairs(by_other)) / 2;
    return most == expected ? 1 : (pairs(both) - expected) / (most - expected);
}

} // namespace xieshang::analytics
