// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/kept_silhouettes.h"

#include "platform/analytics/lots.h"
#include "platform/analytics/silhouette.h"

#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::analytics {
namespace {

Points scattered(Lots& lots, std::size_t size)
{
    Points points;
    for (std::size_t i = 0; i < size; ++i) {
        const double group = 3 * static_cast<double>(i % 3);
        points.add({group + lots.normal(), lots.normal()});
    }
    return points;
}

TEST(KeptSilhouettes, AreOffByNoMoreThanTheySay)
{
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        Lots lots(seed);
        Crew crew(1);
        auto points = scattered(lots, 300);
        const auto first = leftmost(points, 4);
        KeptSilhouettes kept;
        std::vector<Grouping> groupings;
        for (std::size_t k = 2; k <= 4; ++k) {
            groupings.push_back(k_means(points, std::span(first).first(k)));
        }
        kept.of(points, groupings, std::vector<std::uint8_t>(points.size()), crew);
        for (int update = 0; update < 5; ++update) {
            std::vector<std::uint8_t> answered(points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                points.x[i] += 1e-4 * lots.normal();
                answered[i] = lots.below(150) == 0;
                points.y[i] += answered[i] != 0 ? lots.normal() : 0;
            }
            for (auto& grouping : groupings) {
                grouping = k_means_to_the_end(points, grouping.centres);
            }
            const auto found = kept.of(points, groupings, answered, crew);
            for (std::size_t g = 0; g < groupings.size(); ++g) {
                const auto exact = plain_silhouette(points, groupings[g]);
                RC_ASSERT(std::abs(found[g].mean - exact) <= found[g].error);
            }
        }
    }));
}

TEST(KeptSilhouettes, AreNotTakenAnewForEachAnswer)
{
    Lots lots(1);
    Crew crew(1);
    auto points = scattered(lots, 2000);
    const auto first = leftmost(points, 4);
    std::vector<Grouping> groupings;
    for (std::size_t k = 2; k <= 4; ++k) {
        groupings.push_back(k_means(points, std::span(first).first(k)));
    }
    KeptSilhouettes kept;
    for (int update = 0; update < 20; ++update) {
        std::vector<std::uint8_t> answered(points.size());
        answered[lots.below(points.size())] = 1;
        kept.of(points, groupings, answered, crew);
    }
    EXPECT_EQ(kept.taken(), 1);
}

} // namespace
} // namespace xieshang::analytics
