// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/synthetic.h"

#include "platform/analytics/lots.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace xieshang::analytics {
namespace {

constexpr double spread_of_people = 1.0;
constexpr double spread_of_statements = 0.5;
constexpr double spread_of_groups = 1.5; // how far groups differ in a statement, in log odds
constexpr double passes = 0.12;

std::vector<double> log_normal(std::size_t size, double spread, Lots& lots)
{
    std::vector<double> values(size);
    for (auto& value : values) {
        value = std::exp(spread * lots.normal());
    }
    return values;
}

class Maker {
public:
    explicit Maker(const SyntheticConversation& asked) : asked_(asked), lots_(asked.seed)
    {
        weights_ = log_normal(asked.statements, spread_of_statements, lots_);
        sums_.resize(weights_.size());
        std::partial_sum(weights_.begin(), weights_.end(), sums_.begin());
        agreement_.resize(std::size_t{asked.statements} * asked.groups);
        for (std::size_t statement = 0; statement < asked.statements; ++statement) {
            const double common = lots_.normal();
            for (std::size_t group = 0; group < asked.groups; ++group) {
                const double odds = common + spread_of_groups * lots_.normal();
                agreement_[statement * asked.groups + group] = 1 / (1 + std::exp(-odds));
            }
        }
    }

    Answers make()
    {
        Answers answers;
        answers.given.reserve(asked_.votes);
        const auto counts = counts_of_people();
        for (std::uint32_t person = 0; person < asked_.participants; ++person) {
            for (const auto statement : chosen(counts[person])) {
                answers.given.emplace_back(person, statement, stance(person, statement));
            }
        }
        for (std::size_t i = answers.given.size(); i > 1; --i) {
            std::swap(answers.given[i - 1], answers.given[lots_.below(i)]);
        }
        return answers;
    }

private:
    // As many as people's weights say, and in sum exactly what was asked for.
    std::vector<std::uint32_t> counts_of_people()
    {
        const auto weights = log_normal(asked_.participants, spread_of_people, lots_);
        const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<std::uint32_t> counts(asked_.participants);
        std::uint64_t given = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double share = weights[i] / all * static_cast<double>(asked_.votes);
            counts[i] =
                static_cast<std::uint32_t>(std::min(share, static_cast<double>(asked_.statements)));
            given += counts[i];
        }
        for (std::size_t i = 0; given < asked_.votes; i = (i + 1) % counts.size()) {
            if (counts[i] < asked_.statements) {
                ++counts[i];
                ++given;
            }
        }
        return counts;
    }

    const std::vector<StatementNumber>& chosen(std::uint32_t count)
    {
        chosen_.clear();
        if (2 * count > asked_.statements) {
            choose_many(count);
            return chosen_;
        }
        is_chosen_.assign(asked_.statements, 0);
        while (chosen_.size() < count) {
            const auto found =
                std::upper_bound(sums_.begin(), sums_.end(), lots_.fraction() * sums_.back());
            const auto statement =
                static_cast<StatementNumber>(std::min(found, sums_.end() - 1) - sums_.begin());
            if (std::exchange(is_chosen_[statement], 1) == 0) {
                chosen_.push_back(statement);
            }
        }
        return chosen_;
    }

    // Sampling with weights: the largest of u^(1/w) (Efraimidis and Spirakis 2006).
    void choose_many(std::uint32_t count)
    {
        std::vector<std::pair<double, StatementNumber>> keys(asked_.statements);
        for (StatementNumber statement = 0; statement < asked_.statements; ++statement) {
            keys[statement] = {std::log(1 - lots_.fraction()) / weights_[statement], statement};
        }
        std::partial_sort(keys.begin(), keys.begin() + count, keys.end(), std::greater<>());
        for (std::uint32_t i = 0; i < count; ++i) {
            chosen_.push_back(keys[i].second);
        }
    }

    Stance stance(std::uint32_t person, StatementNumber statement)
    {
        if (lots_.fraction() < passes) {
            return Stance::pass;
        }
        const auto group = person % asked_.groups;
        return lots_.fraction() < agreement_[std::size_t{statement} * asked_.groups + group]
            ? Stance::agree
            : Stance::disagree;
    }

    const SyntheticConversation& asked_;
    Lots lots_;
    std::vector<double> weights_;
    std::vector<double> sums_;
    std::vector<double> agreement_;
    std::vector<StatementNumber> chosen_;
    std::vector<std::uint8_t> is_chosen_;
};

} // namespace

Answers synthesize(const SyntheticConversation& asked)
{
    if (asked.groups == 0 || asked.statements > most_statement_number
        || asked.votes > std::uint64_t{asked.participants} * asked.statements) {
        throw std::invalid_argument("more votes than places for them");
    }
    return Maker(asked).make();
}

} // namespace xieshang::analytics
