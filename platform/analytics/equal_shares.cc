// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/equal_shares.h"

#include "platform/analytics/purses.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

Amount amount_of(const Integer& over, const Integer& under)
{
    const boost::multiprecision::cpp_rational exact(over, under);
    return {exact.str(), exact.convert_to<double>()};
}

std::uint64_t sum_of(std::span<const std::uint64_t> slots)
{
    std::uint64_t sum = 0;
    for (const auto some : slots) {
        if (some > std::numeric_limits<std::uint64_t>::max() - sum) {
            throw std::length_error("more slots than can be counted");
        }
        sum += some;
    }
    return sum;
}

std::vector<std::uint64_t> costs_of(std::span<const Project> projects)
{
    std::vector<std::uint64_t> costs;
    for (const auto& project : projects) {
        costs.push_back(project.cost);
    }
    return costs;
}

class Run {
public:
    Run(const Ballots& ballots, std::span<const Project> projects,
        std::span<const std::uint64_t> slots)
        : ballots_(ballots),
          projects_(projects),
          supporters_(ballots, projects.size()),
          standings_(projects.size()),
          bounds_(projects.size()),
          budget_(sum_of(slots))
    {
        result_.free_slots.assign(slots.begin(), slots.end());
        result_.left = budget_;
        for (std::size_t i = 0; i < projects.size(); ++i) {
            standings_[i] = first_standing(i);
            twins_.push_back(twin_before(i));
        }
    }

    EqualShares run()
    {
        if (ballots_.people() > 0 && budget_ > 0) {
            result_.share = amount_of(budget_, ballots_.people());
            buy();
        } else {
            result_.share = {"0", 0};
            tell_unchosen([](std::size_t) { return 0.0; });
        }
        return std::move(result_);
    }

private:
    enum class Standing : std::uint8_t {
        stands,
        chosen,
        larger_than_its_form,
        unsupported,
        form_full,
        unaffordable,
    };
    // How well the price of a project is known in this round.
    enum class Known : std::uint8_t { as_before, as_bound, exactly };

    struct Best {
        std::size_t project = 0;
        Price price;
    };

    std::uint64_t& free_slots(std::size_t project)
    {
        return result_.free_slots[projects_[project].form];
    }

    Standing first_standing(std::size_t project)
    {
        if (projects_[project].cost == 0) {
            throw std::invalid_argument("a project without a cost");
        }
        if (projects_[project].form >= result_.free_slots.size()) {
            throw std::out_of_range("a form without slots");
        }
        if (supporters_.people(project) == 0) {
            return Standing::unsupported;
        }
        if (projects_[project].cost <= free_slots(project)) {
            return Standing::stands;
        }
        // What all slots together could not hold needs no form to be kept out.
        result_.is_unconstrained = result_.is_unconstrained && projects_[project].cost > budget_;
        return Standing::larger_than_its_form;
    }

    // The last one before it with the same supporters and the same cost, and so the same price.
    std::optional<std::size_t> twin_before(std::size_t project) const
    {
        const auto ballots = supporters_.ballots(project);
        for (auto other = project; other-- > 0;) {
            const auto others = supporters_.ballots(other);
            if (projects_[other].cost == projects_[project].cost
                && std::equal(ballots.begin(), ballots.end(), others.begin(), others.end())) {
                return other;
            }
        }
        return std::nullopt;
    }

    // It is not looked at before its twins, which have smaller numbers.
    bool waits(std::size_t project) const
    {
        auto twin = twins_[project];
        while (twin && standings_[*twin] != Standing::stands) {
            twin = twins_[*twin];
        }
        return twin.has_value();
    }

    void buy()
    {
        Purses purses(ballots_, supporters_, costs_of(projects_), budget_);
        while (const auto best = cheapest(purses)) {
            take(*best, purses);
        }
        const double share = result_.share.rounded;
        tell_unchosen(
            [&](std::size_t project) { return share * purses.held_by_supporters(project); });
    }

    // Prices only rise, so that bounds of earlier rounds hold. The least bound is raised first, and
    // what cannot come below the best exact price is never looked at.
    std::optional<Best> cheapest(const Purses& purses)
    {
        std::optional<Best> best;
        std::vector<Known> known(projects_.size(), Known::as_before);
        while (const auto next = least_bound(known)) {
            auto& bound = bounds_[*next];
            if (best && bound > best->price.units) {
                break;
            }
            if (known[*next] == Known::as_before) {
                const auto better = purses.better_bound(*next, bound);
                known[*next] = better == bound ? Known::as_bound : Known::as_before;
                bound = better;
                if (better == Purses::unaffordable) {
                    standings_[*next] = Standing::unaffordable;
                }
                continue;
            }
            known[*next] = Known::exactly;
            auto price = purses.price(*next, bound);
            if (!price) {
                standings_[*next] = Standing::unaffordable;
            } else if (!best || goes_before({*next, *price}, *best)) {
                best = Best{*next, std::move(*price)};
            }
        }
        return best;
    }

    std::optional<std::size_t> least_bound(const std::vector<Known>& known) const
    {
        std::optional<std::size_t> least;
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            if (standings_[i] == Standing::stands && known[i] != Known::exactly
                && (!least || bounds_[i] < bounds_[*least]) && !waits(i)) {
                least = i;
            }
        }
        return least;
    }

    bool goes_before(const Best& one, const Best& other) const
    {
        if (one.price < other.price || other.price < one.price) {
            return one.price < other.price;
        }
        const auto people = supporters_.people(one.project);
        const auto others = supporters_.people(other.project);
        return people != others ? people > others : one.project < other.project;
    }

    void take(const Best& best, Purses& purses)
    {
        const auto& [project, price] = best;
        purses.pay(project, price);
        for (const auto ballot : price.spent) {
            spent_ += ballots_.people(ballot);
        }
        standings_[project] = Standing::chosen;
        free_slots(project) -= projects_[project].cost;
        result_.left -= projects_[project].cost;
        const auto [over, under] = purses.last_price();
        result_.rounds.push_back({.project = project,
            .price = amount_of(over, under),
            .supporters = supporters_.people(project),
            .pay_in_full = price.payers,
            .pay_the_rest = price.rest_payers,
            .spent = spent_,
            .supporters_keep = result_.share.rounded * purses.held_by_supporters(project),
            .left = result_.left,
            .dropped = close(projects_[project].form)});
    }

    // What no longer fits drops out.
    std::vector<std::size_t> close(std::size_t form)
    {
        std::vector<std::size_t> dropped;
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            if (standings_[i] == Standing::stands && projects_[i].form == form
                && projects_[i].cost > free_slots(i)) {
                standings_[i] = Standing::form_full;
                // Beyond what everybody together has left it could not be bought anyway.
                result_.is_unconstrained =
                    result_.is_unconstrained && projects_[i].cost > result_.left;
                dropped.push_back(i);
            }
        }
        return dropped;
    }

    static Unchosen why(Standing standing)
    {
        switch (standing) {
        case Standing::larger_than_its_form:
            return Unchosen::larger_than_its_form;
        case Standing::unsupported:
            return Unchosen::unsupported;
        case Standing::form_full:
            return Unchosen::form_full;
        default:
            return Unchosen::unaffordable;
        }
    }

    template <class Held>
    void tell_unchosen(Held held)
    {
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            if (standings_[i] != Standing::chosen) {
                result_.unchosen.push_back({i, why(standings_[i]), supporters_.people(i), held(i)});
            }
        }
    }

    const Ballots& ballots_;
    std::span<const Project> projects_;
    Supporters supporters_;
    std::vector<Standing> standings_;
    std::vector<std::optional<std::size_t>> twins_;
    std::vector<std::int64_t> bounds_; // on prices, by project
    std::uint64_t budget_;
    std::uint64_t spent_ = 0;
    EqualShares result_;
};

} // namespace

std::vector<std::size_t> EqualShares::winners() const
{
    std::vector<std::size_t> winners;
    for (const auto& round : rounds) {
        winners.push_back(round.project);
    }
    return winners;
}

EqualShares equal_shares(
    const Ballots& ballots, std::span<const Project> projects, std::span<const std::uint64_t> slots)
{
    return Run(ballots, projects, slots).run();
}

} // namespace xieshang::analytics
