// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/equal_shares.h"

#include "platform/analytics/purses.h"
#include "platform/analytics/share_parts.h"

#include <stdexcept>

namespace xieshang::analytics {
namespace {

class Run {
public:
    Run(const Ballots& ballots, std::span<const Project> projects,
        std::span<const std::uint64_t> slots)
        : ballots_(ballots),
          projects_(projects),
          supporters_(ballots, projects.size()),
          standings_(projects.size()),
          twins_(twins_of(supporters_, projects)),
          bounds_(projects.size()),
          budget_(sum_of(slots))
    {
        result_.free_slots.assign(slots.begin(), slots.end());
        result_.left = budget_;
        for (std::size_t i = 0; i < projects.size(); ++i) {
            standings_[i] = first_standing(i);
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
        std::vector<std::size_t> tied{};
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

    // Before which it is not looked at: its number is smaller.
    std::optional<std::size_t> standing_twin(std::size_t project) const
    {
        auto twin = twins_[project];
        while (twin && standings_[*twin] != Standing::stands) {
            twin = twins_[*twin];
        }
        return twin;
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
        std::vector<bool> is_as_cheap(projects_.size());
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
                continue;
            }
            if (!best || *price < best->price) {
                is_as_cheap.assign(projects_.size(), false);
            } else if (best->price < *price) {
                continue;
            }
            is_as_cheap[*next] = true;
            if (!best || *price < best->price || goes_before(*next, best->project)) {
                best = Best{*next, std::move(*price)};
            }
        }
        if (best) {
            best->tied = tied_with(best->project, std::move(is_as_cheap));
        }
        return best;
    }

    // What costs the same, among it twins that were not looked at.
    std::vector<std::size_t> tied_with(std::size_t best, std::vector<bool> is_as_cheap) const
    {
        std::vector<std::size_t> tied;
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            const auto twin = standings_[i] == Standing::stands ? standing_twin(i) : std::nullopt;
            is_as_cheap[i] = is_as_cheap[i] || (twin && is_as_cheap[*twin]);
            if (is_as_cheap[i] && i != best) {
                tied.push_back(i);
            }
        }
        return tied;
    }

    std::optional<std::size_t> least_bound(const std::vector<Known>& known) const
    {
        std::optional<std::size_t> least;
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            if (standings_[i] == Standing::stands && known[i] != Known::exactly
                && (!least || bounds_[i] < bounds_[*least]) && !standing_twin(i)) {
                least = i;
            }
        }
        return least;
    }

    // At the same price.
    bool goes_before(std::size_t one, std::size_t other) const
    {
        const auto people = supporters_.people(one);
        const auto others = supporters_.people(other);
        return people != others ? people > others : one < other;
    }

    void take(const Best& best, Purses& purses)
    {
        const auto& [project, price, tied] = best;
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
            .tied = tied,
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
