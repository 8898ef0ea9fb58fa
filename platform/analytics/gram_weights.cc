// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/gram_weights.h"

#include <algorithm>
#include <cmath>

namespace xieshang::analytics {
namespace {

constexpr double k1 = 1.2;
constexpr double by_length = 0.75;
constexpr double usual_length = 20 * title_weight + 200;

using Counts = std::array<double, level_count>;

Counts least_counts()
{
    Counts least{};
    for (std::size_t i = 0; i < least.size(); ++i) {
        least[i] = std::ceil(std::exp2(static_cast<double>(i) / 4));
    }
    return least;
}

ByCount frequencies_made()
{
    ByCount made{};
    for (std::size_t count = 1; count < made.size(); ++count) {
        made[count] = std::round(32 * (1 + std::log(static_cast<double>(count))));
    }
    return made;
}

std::array<ByCount, level_count> saturations_made()
{
    std::array<ByCount, level_count> made{};
    for (std::size_t i = 0; i < level_count; ++i) {
        const double length = std::exp2(static_cast<double>(i) / 4);
        const double slowing = k1 * (1 - by_length + by_length * length / usual_length);
        for (std::size_t count = 1; count < made[i].size(); ++count) {
            const auto times = static_cast<double>(count);
            const double share = times * (k1 + 1) / (times + slowing);
            made[i][count] = std::max(1.0, std::round(1024 * share)); // longest texts, too
        }
    }
    return made;
}

} // namespace

unsigned level(std::uint64_t count)
{
    static const Counts least = least_counts();
    const auto above = std::upper_bound(least.begin(), least.end(), static_cast<double>(count));
    return above == least.begin() ? 0 : static_cast<unsigned>(above - least.begin()) - 1;
}

double rarity(std::uint64_t texts_with_it, std::uint64_t texts)
{
    return 1.0 + level(texts) - level(texts_with_it);
}

const ByCount& frequencies()
{
    static const ByCount made = frequencies_made();
    return made;
}

const std::array<ByCount, level_count>& saturations()
{
    static const auto made = saturations_made();
    return made;
}

Likeness likeness_of(const SharedWeight& shared, const TextWeight& a, const TextWeight& b)
{
    if (shared.dot <= 0) {
        return {};
    }
    const double cosine = std::min(1.0, shared.dot / std::sqrt(a.squares * b.squares));
    const double bm25 = std::min(1.0, (shared.mass_a / a.mass + shared.mass_b / b.mass) / 2);
    return {.score = (cosine + bm25) / 2, .cosine = cosine, .bm25 = bm25};
}

} // namespace xieshang::analytics
