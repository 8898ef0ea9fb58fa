// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Groups that follow the people as they move: warm starts, and a number of groups that does not
// jump to and fro. Not for two threads at a time; the crew's threads only.
#pragma once

#include "platform/analytics/grouping.h"
#include "platform/analytics/kept_silhouettes.h"

#include <map>
#include <memory>

namespace xieshang::analytics {

// Polis's rule: another number of groups is taken when it was the best of four updates in a row.
class SteadyNumber {
public:
    static constexpr int updates = 4;

    std::size_t settle(std::size_t best);

private:
    std::size_t held_ = 0;
    std::size_t candidate_ = 0;
    int times_ = 0;
};

// Those who shape the map at this update.
struct People {
    Points points;
    std::vector<std::uint32_t> numbers; // the caller's, ascending
    std::vector<std::uint8_t> answered; // since the last update
};

class RunningGroups {
public:
    static std::unique_ptr<RunningGroups> with(const MapSettings& settings);
    virtual ~RunningGroups() = default;

    virtual FoundGroups update(People people, Crew& crew) = 0;
};

// As red-dwarf groups, begun from the centres of the update before.
class RunningPeople : public RunningGroups {
public:
    explicit RunningPeople(const MapSettings& settings) : settings_(settings) {}

    FoundGroups update(People people, Crew& crew) override;

private:
    Grouping grouped(const Points& points, std::size_t k, std::span<const Point> leftmost_points);

    MapSettings settings_;
    std::vector<std::uint32_t> numbers_;
    std::map<std::size_t, std::vector<Point>> centres_; // by number of groups
    KeptSilhouettes silhouettes_;
    SteadyNumber steady_;
};

// As Polis does: its warm start of base clusters and of groups.
class RunningBaseClusters : public RunningGroups {
public:
    explicit RunningBaseClusters(const MapSettings& settings) : settings_(settings) {}

    FoundGroups update(People people, Crew& crew) override;

private:
    MapSettings settings_;
    std::vector<Cluster> base_clusters_;                 // members: the caller's numbers
    std::map<std::size_t, std::vector<Cluster>> groups_; // members: ids of base clusters
    SteadyNumber steady_;
};

} // namespace xieshang::analytics
