// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/warm_clusters.h"

#include <algorithm>
#include <limits>

namespace xieshang::analytics {
namespace {

double square_of_distance(Point one, Point other)
{
    return (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y);
}

// Of equal centres, the one with more members keeps its number.
std::vector<Cluster> centred_anew(const Points& points, const std::vector<Cluster>& known)
{
    std::vector<Cluster> clusters;
    std::vector<std::size_t> sizes;
    for (const auto& cluster : known) {
        if (cluster.members.empty()) {
            continue;
        }
        Cluster moved{cluster.id, {}, {}};
        for (const auto member : cluster.members) {
            moved.centre.x += points.x[member] / static_cast<double>(cluster.members.size());
            moved.centre.y += points.y[member] / static_cast<double>(cluster.members.size());
        }
        const auto same = std::find_if(clusters.begin(), clusters.end(),
            [&](const Cluster& one) { return one.centre == moved.centre; });
        if (same == clusters.end()) {
            clusters.push_back(moved);
            sizes.push_back(cluster.members.size());
            continue;
        }
        auto& size = sizes[static_cast<std::size_t>(same - clusters.begin())];
        same->id = cluster.members.size() > size ? cluster.id : same->id;
        size += cluster.members.size();
    }
    return clusters;
}

// How far each point is from the nearest centre, and who is farthest.
class Farthest {
public:
    Farthest(const Points& points, const std::vector<Cluster>& clusters)
        : points_(points), squares_(points.size(), std::numeric_limits<double>::infinity())
    {
        for (const auto& cluster : clusters) {
            add(cluster.centre);
        }
    }

    void add(Point centre)
    {
        for (std::size_t i = 0; i < squares_.size(); ++i) {
            squares_[i] = std::min(squares_[i], square_of_distance(points_.at(i), centre));
        }
    }

    std::size_t place() const
    {
        return static_cast<std::size_t>(
            std::max_element(squares_.begin(), squares_.end()) - squares_.begin());
    }
    bool is_apart(std::size_t place) const { return squares_[place] > 0; }

private:
    const Points& points_;
    std::vector<double> squares_;
};

} // namespace

std::vector<Cluster> warm_clusters(
    const Points& points, const std::vector<Cluster>& known, std::size_t most)
{
    auto clusters = centred_anew(points, known);
    if (clusters.empty() || points.size() == 0) {
        return clusters_at(first_distinct(points, most));
    }
    clusters.resize(std::min(clusters.size(), most));
    if (clusters.size() == most) {
        return clusters;
    }
    Farthest farthest(points, clusters);
    while (clusters.size() < most) {
        const auto place = farthest.place();
        if (!farthest.is_apart(place)) {
            break;
        }
        int last = 0;
        for (const auto& cluster : clusters) {
            last = std::max(last, cluster.id);
        }
        clusters.push_back({last + 1, points.at(place), {}});
        farthest.add(points.at(place));
    }
    return clusters;
}

} // namespace xieshang::analytics
