// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Equal Shares as the paper writes it, person by person, all in rationals, without a thought for
// speed; and made-up marks. For the tests of this folder and bench/equal_shares.cc.
#pragma once

#include "platform/analytics/equal_shares.h"
#include "platform/analytics/lots.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <optional>

namespace xieshang::analytics {

using Rational = boost::multiprecision::cpp_rational;

struct Marks { // an instance
    Ballots ballots;
    std::vector<Project> projects;
    std::vector<std::uint64_t> slots;

    EqualShares run() const { return equal_shares(ballots, projects, slots); }
};

struct NaiveShares {
    std::vector<std::size_t> winners;
    std::vector<Rational> prices;               // by round
    std::vector<std::vector<std::size_t>> tied; // by round: what cost the same
    std::vector<Rational> purses;               // by person, those of a ballot together
    std::vector<std::vector<Rational>> spent;   // by round, by person
};

class NaiveRun {
public:
    explicit NaiveRun(const Marks& marks) : marks_(marks)
    {
        Rational budget = 0;
        for (const auto slots : marks.slots) {
            free_.emplace_back(slots);
            budget += slots;
        }
        for (std::size_t ballot = 0; ballot < marks.ballots.size(); ++ballot) {
            for (std::uint32_t i = 0; i < marks.ballots.people(ballot); ++i) {
                people_.push_back(marks.ballots.marks(ballot));
            }
        }
        if (!people_.empty()) {
            found_.purses.assign(people_.size(), budget / people_.size());
        }
        is_out_.resize(marks.projects.size());
    }

    NaiveShares run()
    {
        while (take_one()) {}
        return found_;
    }

private:
    bool supports(std::size_t person, std::size_t project) const
    {
        return std::binary_search(people_[person].begin(), people_[person].end(), project);
    }

    std::size_t support(std::size_t project) const
    {
        std::size_t sum = 0;
        for (std::size_t person = 0; person < people_.size(); ++person) {
            sum += supports(person, project) ? 1 : 0;
        }
        return sum;
    }

    std::optional<Rational> price(std::size_t project) const
    {
        std::vector<Rational> purses;
        for (std::size_t person = 0; person < people_.size(); ++person) {
            if (supports(person, project)) {
                purses.push_back(found_.purses[person]);
            }
        }
        std::sort(purses.begin(), purses.end());
        Rational missing = marks_.projects[project].cost;
        for (std::size_t i = 0; i < purses.size(); ++i) {
            if (purses[i] * (purses.size() - i) >= missing) {
                return Rational(missing / (purses.size() - i));
            }
            missing -= purses[i];
        }
        return std::nullopt;
    }

    bool take_one()
    {
        std::optional<std::size_t> best;
        Rational least;
        std::vector<std::size_t> cheapest;
        for (std::size_t project = 0; project < marks_.projects.size(); ++project) {
            const auto& [cost, form] = marks_.projects[project];
            if (is_out_[project] || Rational(cost) > free_[form]) {
                continue;
            }
            const auto found = price(project);
            if (found && (cheapest.empty() || *found <= least)) {
                if (cheapest.empty() || *found < least) {
                    cheapest.clear();
                }
                cheapest.push_back(project);
            }
            if (found
                && (!best || *found < least
                    || (*found == least && support(project) > support(*best)))) {
                best = project;
                least = *found;
            }
        }
        if (best) {
            cheapest.erase(std::find(cheapest.begin(), cheapest.end(), *best));
            found_.tied.push_back(std::move(cheapest));
            pay(*best, least);
        }
        return best.has_value();
    }

    void pay(std::size_t project, const Rational& price)
    {
        is_out_[project] = true;
        free_[marks_.projects[project].form] -= marks_.projects[project].cost;
        found_.winners.push_back(project);
        found_.prices.push_back(price);
        auto& spent = found_.spent.emplace_back(people_.size());
        for (std::size_t person = 0; person < people_.size(); ++person) {
            if (supports(person, project)) {
                spent[person] = std::min(price, found_.purses[person]);
                found_.purses[person] -= spent[person];
            }
        }
    }

    const Marks& marks_;
    std::vector<std::span<const std::uint32_t>> people_;
    std::vector<Rational> free_;
    std::vector<bool> is_out_;
    NaiveShares found_;
};

struct MadeUp {
    std::size_t ballots = 0;
    std::size_t projects = 0;
    std::size_t forms = 1;
    std::uint64_t slots = 0;     // of each form
    std::uint64_t most_cost = 1; // costs are 1 to this
    std::uint64_t unit = 1;      // of costs and slots,
    std::uint64_t off = 0;       // which costs exceed by up to so little
    double marks_each = 1;       // on average
    std::uint32_t most_people = 1;
    std::size_t groups = 0; // 0: each for himself; else nine in ten mark just what is their group's
};

// Some projects are liked by many and others by few.
inline Marks made_up(const MadeUp& sizes, std::uint64_t seed)
{
    Lots lots(seed);
    Marks made{{}, {}, std::vector(sizes.forms, sizes.slots * sizes.unit)};
    std::vector<double> liked;
    for (std::size_t i = 0; i < sizes.projects; ++i) {
        const auto cost =
            sizes.unit * (1 + lots.below(sizes.most_cost)) + lots.below(sizes.off + 1);
        made.projects.push_back({cost, lots.below(sizes.forms)});
        liked.push_back(std::min(
            1.0, 2 * lots.fraction() * sizes.marks_each / static_cast<double>(sizes.projects)));
    }
    std::vector<std::uint32_t> marks;
    for (std::size_t ballot = 0; ballot < sizes.ballots; ++ballot) {
        marks.clear();
        const bool follows = sizes.groups > 0 && lots.below(10) > 0;
        const auto group = follows ? lots.below(sizes.groups) : 0;
        for (std::uint32_t i = 0; i < sizes.projects; ++i) {
            if (follows ? i % sizes.groups == group : lots.fraction() < liked[i]) {
                marks.push_back(i);
            }
        }
        made.ballots.add(marks, static_cast<std::uint32_t>(1 + lots.below(sizes.most_people)));
    }
    return made;
}

} // namespace xieshang::analytics
