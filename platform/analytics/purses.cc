// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/purses.h"

#include "platform/analytics/lanes.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace xieshang::analytics {
namespace {

struct Raised {
    std::int64_t units = 0;
    std::int64_t richer = 0; // people who have more than was asked
};

// Each gives what he has, at most `asked`.
EACH_CPU Raised raised_by_each(
    const std::uint32_t* ballots, std::size_t size, const std::int32_t* money, std::int32_t asked)
{
    std::int64_t units = 0;
    std::int64_t richer = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto held = money[ballots[i]];
        units += std::min(held, asked);
        richer += held > asked;
    }
    return {units, richer};
}

Raised raised(const Ballots& ballots, std::span<const std::uint32_t> by,
    const std::vector<std::int32_t>& money, std::int64_t asked)
{
    const auto at_most = static_cast<std::int32_t>(asked);
    if (ballots.each_of_one()) {
        return raised_by_each(by.data(), by.size(), money.data(), at_most);
    }
    Raised sum;
    for (const auto ballot : by) {
        const std::int64_t people = ballots.people(ballot);
        sum.units += people * std::min(money[ballot], at_most);
        sum.richer += money[ballot] > at_most ? people : 0;
    }
    return sum;
}

} // namespace

Purses::Purses(const Ballots& ballots, const Supporters& supporters,
    const std::vector<std::uint64_t>& costs, const Integer& budget)
    : ballots_(ballots),
      supporters_(supporters),
      costs_(costs),
      lower_(ballots.size(), share_units),
      upper_(ballots.size(), share_units),
      is_taken_(costs.size()),
      share_(budget)
{
    for (const auto cost : costs) {
        const Integer units = Integer(cost) * ballots.people() * share_units / budget;
        // Beyond what all people together have it is not looked at.
        const Integer most = Integer(ballots.people() + 1) * share_units;
        cost_units_.push_back(static_cast<std::int64_t>(units < most ? units : most));
    }
}

std::int64_t Purses::better_bound(std::size_t project, std::int64_t bound) const
{
    const auto sum = raised(ballots_, supporters_.ballots(project), upper_, bound);
    const auto missing = cost_units_[project] - sum.units;
    if (missing <= 0) {
        return bound;
    }
    if (sum.richer == 0) {
        return unaffordable;
    }
    return std::min(bound + missing / sum.richer, unaffordable);
}

// No less than the price, if there is one.
std::int64_t Purses::upper_bound(std::size_t project, std::int64_t bound) const
{
    while (bound < share_units) {
        const auto sum = raised(ballots_, supporters_.ballots(project), lower_, bound);
        const auto missing = cost_units_[project] + 1 - sum.units;
        if (missing <= 0) {
            return bound;
        }
        if (sum.richer == 0) {
            break;
        }
        bound += (missing + sum.richer - 1) / sum.richer;
    }
    return share_units;
}

Purses::Crowd Purses::nobody() const { return {std::vector<std::uint64_t>(costs_.size()), 0}; }

void Purses::join(Crowd& crowd, std::uint32_t ballot, std::uint64_t people) const
{
    for (const auto project : ballots_.marks(ballot)) {
        crowd.marks[project] += people;
    }
    crowd.people += people;
}

bool Purses::marks_alike(std::uint32_t one, std::uint32_t other) const
{
    const auto marks = ballots_.marks(one);
    const auto others = ballots_.marks(other);
    return std::equal(marks.begin(), marks.end(), others.begin(), others.end());
}

// Who has something left and marked the same of what was taken has the same.
std::vector<std::uint32_t> Purses::taken_marks(std::uint32_t ballot) const
{
    std::vector<std::uint32_t> taken;
    for (const auto project : ballots_.marks(ballot)) {
        if (is_taken_[project] != 0) {
            taken.push_back(project);
        }
    }
    return taken;
}

Integer Purses::left_of(const Crowd& crowd) const
{
    Integer left = share_ * crowd.people;
    for (std::size_t round = 0; round < taken_.size(); ++round) {
        if (const auto people = crowd.marks[taken_[round]]; people > 0) {
            left -= prices_[round] * people;
        }
    }
    return left;
}

std::optional<Price> Purses::price(std::size_t project, std::int64_t bound) const
{
    const auto above = upper_bound(project, bound);
    Price price;
    auto poor = nobody();
    std::map<std::vector<std::uint32_t>, Near> near;
    Near* those = nullptr; // where the ballot before went: equal ones often follow each other
    for (const auto ballot : supporters_.ballots(project)) {
        const auto people = ballots_.people(ballot);
        if (lower_[ballot] > above) {
            price.payers += people;
        } else if (upper_[ballot] >= bound && upper_[ballot] > 0) {
            if (those == nullptr || !marks_alike(ballot, those->ballots.back())) {
                those = &near[taken_marks(ballot)];
            }
            those->people += people;
            those->ballots.push_back(ballot);
        } else if (upper_[ballot] > 0) {
            join(poor, ballot, people);
            price.spent.push_back(ballot);
        }
    }
    price.rest_payers = poor.people;
    price.over = scale_ * costs_[project] * ballots_.people() - left_of(poor);
    std::vector<Near> in_order;
    for (auto& [taken, alike] : near) {
        auto one = nobody();
        join(one, alike.ballots.front(), 1);
        alike.money = left_of(one);
        in_order.push_back(std::move(alike));
    }
    settle(price, std::move(in_order));
    if (price.payers == 0) {
        return std::nullopt;
    }
    price.units =
        static_cast<std::int64_t>(Integer(price.over * share_units / (share_ * price.payers)));
    return price;
}

// The poorest give all they have as long as that is less than what is left to pay for each.
void Purses::settle(Price& price, std::vector<Near> near) const
{
    std::sort(near.begin(), near.end(),
        [](const Near& one, const Near& other) { return one.money < other.money; });
    for (const auto& those : near) {
        price.payers += those.people;
    }
    for (const auto& those : near) {
        const auto all = Integer(those.money * price.payers);
        if (all > price.over) {
            break;
        }
        if (all < price.over) {
            price.over -= those.money * those.people;
            price.payers -= those.people;
            price.rest_payers += those.people;
        }
        price.spent.insert(price.spent.end(), those.ballots.begin(), those.ballots.end());
    }
}

void Purses::take(std::uint32_t ballot, std::int64_t down, std::int64_t up)
{
    upper_[ballot] = static_cast<std::int32_t>(upper_[ballot] - down);
    lower_[ballot] = static_cast<std::int32_t>(std::max<std::int64_t>(lower_[ballot] - up, 0));
}

void Purses::pay(std::size_t project, const Price& price)
{
    const auto remainder = static_cast<std::uint64_t>(Integer(price.over % price.payers));
    const auto divisor = std::gcd(remainder, price.payers);
    const auto factor = price.payers / divisor;
    scale_ *= factor;
    share_ *= factor;
    for (auto& earlier : prices_) {
        earlier *= factor;
    }
    is_taken_[project] = 1;
    taken_.push_back(project);
    prices_.push_back(price.over / divisor);

    const auto units = Integer(prices_.back() * share_units);
    const auto down = static_cast<std::int64_t>(Integer(units / share_));
    const auto up = down + (units % share_ == 0 ? 0 : 1);
    for (const auto ballot : price.spent) {
        upper_[ballot] = 0;
        lower_[ballot] = 0;
    }
    for (const auto ballot : supporters_.ballots(project)) {
        if (upper_[ballot] > 0) {
            take(ballot, down, up);
        }
    }
}

std::pair<Integer, Integer> Purses::last_price() const
{
    return {prices_.back(), scale_ * ballots_.people()};
}

double Purses::held_by_supporters(std::size_t project) const
{
    const auto sum = raised(ballots_, supporters_.ballots(project), upper_, share_units);
    return static_cast<double>(sum.units) / static_cast<double>(share_units);
}

} // namespace xieshang::analytics
