// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/tally.h"

#include <algorithm>
#include <numeric>

namespace xieshang::scoring {
namespace {

constexpr std::int64_t whole = 100 * hundredths; // all points

std::int64_t rounded(std::int64_t over, std::int64_t under)
{
    return (2 * over + under) / (2 * under);
}

// A sheet as a fraction of all points, over the denominator of the round.
class Scale {
public:
    explicit Scale(const std::vector<Criterion>& criteria) : criteria_(criteria)
    {
        std::int64_t weights = 0;
        for (const auto& one : criteria) {
            common_ = std::lcm(common_, one.most);
            weights += one.weight;
        }
        under_ = common_ * weights;
    }
    std::int64_t over(std::span<const std::int64_t> scores) const
    {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            sum += criteria_[i].weight * scores[i] * (common_ / criteria_[i].most);
        }
        return sum;
    }
    std::int64_t points(std::int64_t over, std::int64_t of = 1) const
    {
        return rounded(whole * over, under_ * of);
    }

private:
    const std::vector<Criterion>& criteria_;
    std::int64_t common_ = 1;
    std::int64_t under_ = 1;
};

std::vector<std::int64_t> means_of(std::size_t criteria, const std::vector<Sheet>& sheets)
{
    std::vector<std::int64_t> means(criteria);
    for (std::size_t i = 0; i < criteria; ++i) {
        std::int64_t sum = 0;
        for (const auto& sheet : sheets) {
            sum += sheet.scores[i];
        }
        means[i] = rounded(hundredths * sum, static_cast<std::int64_t>(sheets.size()));
    }
    return means;
}

} // namespace

std::int64_t points_of(const std::vector<Criterion>& criteria, std::span<const std::int64_t> scores)
{
    const Scale scale(criteria);
    return scale.points(scale.over(scores));
}

Tally tally_of(const std::vector<Criterion>& criteria, const std::vector<Sheet>& sheets,
    std::int64_t divided_from)
{
    Tally tally;
    if (sheets.empty()) {
        return tally;
    }
    const Scale scale(criteria);
    std::vector<std::int64_t> all;
    for (const auto& sheet : sheets) {
        all.push_back(scale.over(sheet.scores));
        tally.ended += sheet.is_ended ? 1 : 0;
    }
    std::sort(all.begin(), all.end());
    const auto count = all.size();
    tally.reviewers = static_cast<std::int64_t>(count);
    tally.mean =
        scale.points(std::accumulate(all.begin(), all.end(), std::int64_t{0}), tally.reviewers);
    tally.median = scale.points(all[(count - 1) / 2] + all[count / 2], 2);
    tally.lowest = scale.points(all.front());
    tally.highest = scale.points(all.back());
    tally.spread = scale.points(all.back() - all.front());
    tally.criteria = means_of(criteria.size(), sheets);
    for (const auto one : all) {
        tally.sheets.push_back(scale.points(one));
    }
    tally.is_divided = count > 1 && tally.spread >= divided_from * hundredths;
    return tally;
}

} // namespace xieshang::scoring
