// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Conversations that are made up for the tests of this folder, and how maps of them are compared.
#pragma once

#include "platform/analytics/lots.h"
#include "platform/analytics/opinion_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace xieshang::analytics {

inline constexpr std::array both_references{Reference::reddwarf, Reference::polis};

// Each of so many people says something of each statement with this chance.
inline Answers chance_answers(
    std::uint32_t people, std::uint32_t statements, double share, Lots& lots)
{
    Answers answers;
    for (std::uint32_t person = 0; person < people; ++person) {
        for (std::uint32_t statement = 0; statement < statements; ++statement) {
            if (lots.fraction() < share) {
                answers.given.emplace_back(
                    person, statement, static_cast<Stance>(static_cast<int>(lots.below(3)) - 1));
            }
        }
    }
    return answers;
}

template <class Values>
void shuffle(Values& values, Lots& lots)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[lots.below(i)]);
    }
}

inline Answers shuffled(Answers answers, std::uint64_t seed)
{
    Lots lots(seed);
    shuffle(answers.given, lots);
    return answers;
}

// Names by the old ones, which are 0, 1, …
inline Answers renamed(const Answers& answers, const std::vector<std::uint32_t>& people,
    const std::vector<std::uint32_t>& statements)
{
    Answers other{{}, answers.times};
    for (const auto& answer : answers.given) {
        other.given.emplace_back(
            people[answer.participant()], statements[answer.statement()], answer.stance());
    }
    return other;
}

// Every number of a map but the names of people and statements.
class NumbersOf {
public:
    explicit NumbersOf(const OpinionMap& map)
    {
        take(map.left_out, map.points.x, map.points.y, map.labels, map.variances);
        for (const auto& group : map.groups) {
            take(group.id, group.size, group.centre.x, group.centre.y, group.representative.size());
            for (const auto& one : group.representative) {
                take(one.statement, one.agrees, one.successes, one.trials, one.share,
                    one.share_test, one.ratio, one.ratio_test, one.is_best_agreed, one.agreeing);
            }
        }
        for (const auto& cluster : map.base_clusters) {
            take(cluster.id, cluster.centre.x, cluster.centre.y, cluster.members);
        }
        take(map.silhouette, map.silhouettes.size());
        for (const auto& [k, silhouette] : map.silhouettes) {
            take(k, silhouette);
        }
        take_figures(map.figures);
        for (const auto& tallies : map.group_tallies) {
            take_tallies(tallies);
        }
        take_consensus(map.consensus.agree);
        take_consensus(map.consensus.disagree);
        take(map.divisive, map.agreement, map.participation.answers, map.participation.grouped,
            map.participation.answers_each, map.participation.median_answers,
            map.participation.filled);
    }

    const std::vector<double>& all() const { return all_; }
    std::vector<std::uint64_t> bits() const
    {
        std::vector<std::uint64_t> bits;
        for (const auto number : all_) {
            bits.push_back(std::bit_cast<std::uint64_t>(number));
        }
        return bits;
    }

private:
    template <class... Values>
    void take(const Values&... values)
    {
        (take_one(values), ...);
    }
    template <class Value>
    void take_one(const Value& value)
    {
        if constexpr (std::is_arithmetic_v<Value>) {
            all_.push_back(static_cast<double>(value));
        } else {
            all_.push_back(static_cast<double>(value.size()));
            for (const auto one : value) {
                all_.push_back(static_cast<double>(one));
            }
        }
    }
    void take_figures(const StatementFigures& figures)
    {
        take(figures.means, figures.axes[0], figures.axes[1], figures.extremity,
            figures.group_aware_agree, figures.group_aware_disagree, figures.priorities,
            figures.divisiveness);
        take_tallies(figures.tallies);
    }
    void take_tallies(const std::vector<Tally>& tallies)
    {
        for (const auto& tally : tallies) {
            take(tally.by_stance);
        }
    }
    void take_consensus(const std::vector<ConsensusStatement>& list)
    {
        take(list.size());
        for (const auto& one : list) {
            take(one.statement, one.successes, one.trials, one.share, one.share_test);
        }
    }

    std::vector<double> all_;
};

// Bit for bit; the names may differ.
inline bool is_same_but_for_names(const OpinionMap& one, const OpinionMap& other)
{
    return NumbersOf(one).bits() == NumbersOf(other).bits();
}

inline bool is_same(const OpinionMap& one, const OpinionMap& other)
{
    return one.participants == other.participants && one.statements == other.statements
        && is_same_but_for_names(one, other);
}

} // namespace xieshang::analytics
