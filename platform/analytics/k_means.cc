// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/k_means.h"

#include "platform/analytics/lanes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace xieshang::analytics {
namespace {

constexpr int most_steps = 300;
constexpr double tolerance = 1e-4; // of the variance
constexpr std::size_t lanes = 8;

bool is_left_of(Point one, Point other)
{
    return one.x != other.x ? one.x < other.x : one.y < other.y;
}

struct Sums {
    std::array<double, most_groups> x{};
    std::array<double, most_groups> y{};
    std::array<double, most_groups> count{};
};

// Centres relative to the points' mean.
struct Centres {
    std::array<double, most_groups> x{};
    std::array<double, most_groups> y{};
    std::size_t count = 0;
    // Of a centre c: |c|², 2 c; the nearest has the least |c|² − 2 c·p.
    std::array<double, most_groups> square{};
    std::array<double, most_groups> twice_x{};
    std::array<double, most_groups> twice_y{};

    void prepare()
    {
        for (std::size_t k = 0; k < count; ++k) {
            square[k] = x[k] * x[k] + y[k] * y[k];
            twice_x[k] = 2 * x[k];
            twice_y[k] = 2 * y[k];
        }
    }
};

using EightLabels [[gnu::vector_size(8)]] = std::uint8_t;

// Labels all points and sums them up by label; returns whether a label changed. `x`, `y` and
// `labels` are filled up to whole lanes; what fills up is labelled, too, and counted in no sum.
EACH_CPU bool assign(const double* x, const double* y, std::size_t size, const Centres& centres,
    std::uint8_t* labels, Sums& sums)
{
    EightDoubles in_lanes[most_groups][3] = {};
    std::uint64_t changed = 0;
    for (std::size_t i = 0; i < size; i += lanes) {
        EightDoubles at_x;
        EightDoubles at_y;
        std::memcpy(&at_x, x + i, sizeof at_x);
        std::memcpy(&at_y, y + i, sizeof at_y);
        EightDoubles nearest = EightDoubles{} + std::numeric_limits<double>::infinity();
        EightDoubles label = {};
        for (std::size_t k = 0; k < centres.count; ++k) {
            const EightDoubles distance =
                centres.square[k] - at_x * centres.twice_x[k] - at_y * centres.twice_y[k];
            const EightMasks is_nearer = distance < nearest;
            nearest = is_nearer ? distance : nearest;
            label = is_nearer ? EightDoubles{} + static_cast<double>(k) : label;
        }
        const auto as_bytes = __builtin_convertvector(label, EightLabels);
        std::uint64_t now = 0;
        std::uint64_t before = 0;
        std::memcpy(&now, &as_bytes, sizeof now);
        std::memcpy(&before, labels + i, sizeof before);
        std::memcpy(labels + i, &now, sizeof now);
        changed |= now ^ before;
        for (std::size_t l = size - i; l < lanes; ++l) {
            label[l] = -1;
        }
        for (std::size_t k = 0; k < centres.count; ++k) {
            const EightMasks is_here = label == static_cast<double>(k);
            in_lanes[k][0] += is_here ? at_x : EightDoubles{};
            in_lanes[k][1] += is_here ? at_y : EightDoubles{};
            in_lanes[k][2] += is_here ? EightDoubles{} + 1.0 : EightDoubles{};
        }
    }
    for (std::size_t k = 0; k < centres.count; ++k) {
        for (std::size_t l = 0; l < lanes; ++l) {
            sums.x[k] += in_lanes[k][0][l];
            sums.y[k] += in_lanes[k][1][l];
            sums.count[k] += in_lanes[k][2][l];
        }
    }
    return changed != 0;
}

class Lloyd {
public:
    Lloyd(const Points& points, std::span<const Point> first, double tolerated)
        : size_(points.size()), x_(padded(points.x)), y_(padded(points.y))
    {
        mean_ = {shift(x_), shift(y_)};
        tolerance_ = tolerated * (variance(x_) + variance(y_)) / 2;
        grouping_.labels.assign(x_.size(), most_groups);
        centres_.count = first.size();
        for (std::size_t k = 0; k < first.size(); ++k) {
            centres_.x[k] = first[k].x - mean_.x;
            centres_.y[k] = first[k].y - mean_.y;
        }
    }

    Grouping run()
    {
        bool labels_hold = false;
        while (grouping_.steps < most_steps) {
            Sums sums;
            ++grouping_.steps;
            labels_hold = !label(sums);
            const bool centres_hold = move(sums) <= tolerance_ && tolerance_ > 0;
            if (labels_hold || centres_hold) {
                break;
            }
        }
        if (!labels_hold) {
            Sums unused;
            label(unused);
        }
        grouping_.labels.resize(size_);
        for (std::size_t k = 0; k < centres_.count; ++k) {
            grouping_.centres.push_back({centres_.x[k] + mean_.x, centres_.y[k] + mean_.y});
        }
        return std::move(grouping_);
    }

private:
    static std::vector<double> padded(const std::vector<double>& values)
    {
        auto padded = values;
        padded.resize((values.size() + lanes - 1) / lanes * lanes, 0);
        return padded;
    }

    double shift(std::vector<double>& values) const
    {
        double mean = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            mean += values[i];
        }
        mean /= static_cast<double>(size_);
        for (std::size_t i = 0; i < size_; ++i) {
            values[i] -= mean;
        }
        return mean;
    }

    double variance(const std::vector<double>& values) const // of mean 0
    {
        double sum = 0;
        for (const auto value : values) {
            sum += value * value;
        }
        return sum / static_cast<double>(size_);
    }

    bool label(Sums& sums)
    {
        centres_.prepare();
        return assign(x_.data(), y_.data(), size_, centres_, grouping_.labels.data(), sums);
    }

    // To the means; returns the sum of the squares of the moves.
    double move(Sums& sums)
    {
        fill_empty(sums);
        double moved = 0;
        for (std::size_t k = 0; k < centres_.count; ++k) {
            const double count = std::max(sums.count[k], 1.0); // 0: to the mean of all points
            const Point to = {sums.x[k] / count, sums.y[k] / count};
            moved += (to.x - centres_.x[k]) * (to.x - centres_.x[k])
                + (to.y - centres_.y[k]) * (to.y - centres_.y[k]);
            centres_.x[k] = to.x;
            centres_.y[k] = to.y;
        }
        return moved;
    }

    double distance_to_own(std::size_t i) const
    {
        const auto k = grouping_.labels[i];
        const double dx = x_[i] - centres_.x[k];
        const double dy = y_[i] - centres_.y[k];
        return dx * dx + dy * dy;
    }

    void fill_empty(Sums& sums) const
    {
        std::vector<std::size_t> taken;
        for (std::size_t k = 0; k < centres_.count; ++k) {
            if (sums.count[k] != 0) {
                continue;
            }
            std::size_t farthest = 0;
            double distance = -1;
            for (std::size_t i = 0; i < size_; ++i) {
                const bool is_free = std::find(taken.begin(), taken.end(), i) == taken.end();
                if (is_free && distance_to_own(i) > distance) {
                    distance = distance_to_own(i);
                    farthest = i;
                }
            }
            if (distance < 0) {
                return; // more groups than points
            }
            taken.push_back(farthest);
            const auto from = grouping_.labels[farthest];
            sums.x[from] -= x_[farthest];
            sums.y[from] -= y_[farthest];
            sums.count[from] -= 1;
            sums.x[k] = x_[farthest];
            sums.y[k] = y_[farthest];
            sums.count[k] = 1;
        }
    }

    std::size_t size_;
    std::vector<double> x_;
    std::vector<double> y_;
    Point mean_;
    double tolerance_ = 0;
    Centres centres_;
    Grouping grouping_;
};

} // namespace

std::vector<Point> leftmost(const Points& points, std::size_t most)
{
    std::vector<Point> found; // ascending, distinct
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto point = points.at(i);
        if (found.size() == most && !is_left_of(point, found.back())) {
            continue;
        }
        const auto place = std::lower_bound(found.begin(), found.end(), point, is_left_of);
        if (place != found.end() && *place == point) {
            continue;
        }
        found.insert(place, point);
        if (found.size() > most) {
            found.pop_back();
        }
    }
    return found;
}

Grouping k_means(const Points& points, std::span<const Point> first)
{
    return Lloyd(points, first, tolerance).run();
}

Grouping k_means_to_the_end(const Points& points, std::span<const Point> first)
{
    return Lloyd(points, first, 0).run();
}

} // namespace xieshang::analytics
