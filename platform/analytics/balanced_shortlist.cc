// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/balanced_shortlist.h"

#include "platform/analytics/cheapest_flow.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

using Projects = std::vector<std::size_t>;

// Who was met before and is no more.
std::vector<UnmetClaim> new_claims(
    const std::vector<UnmetClaim>& before, std::vector<UnmetClaim> after)
{
    std::erase_if(after, [&](const auto& claim) {
        return std::any_of(before.begin(), before.end(),
            [&](const auto& earlier) { return earlier.project == claim.project; });
    });
    return after;
}

class Balancing {
public:
    Balancing(const Ballots& ballots, std::span<const Place> places, const Projects& listed,
        const BalanceRules& rules)
        : ballots_(ballots),
          places_(places),
          rules_(rules),
          supporters_(ballots, places.size()),
          is_listed_(places.size())
    {
        result_.listed = listed;
        check();
    }

    BalancedShortlist run()
    {
        result_.before = standing();
        result_.after = result_.before;
        const auto chosen = best_choice();
        for (std::size_t form = 0; form < rules_.slots.size(); ++form) {
            exchange_in(form, chosen);
        }
        const auto lost = new_claims(result_.before.claims, result_.after.claims);
        const bool has_left = std::any_of(result_.exchanges.begin(), result_.exchanges.end(),
            [](const auto& exchange) { return exchange.leaves.has_value(); });
        result_.gives_up = given_up(has_left, lost);
        tell_shortfalls();
        return std::move(result_);
    }

private:
    void check()
    {
        auto free = rules_.slots;
        for (const auto& place : places_) {
            if (place.form >= free.size() || place.field >= rules_.wanted.size()) {
                throw std::out_of_range("a project of no form or no field");
            }
        }
        for (const auto project : result_.listed) {
            if (is_listed_.at(project) || free[places_[project].form]-- == 0) {
                throw std::invalid_argument("a list that cannot be");
            }
            is_listed_[project] = true;
        }
    }

    std::int64_t support(std::size_t project) const
    {
        return static_cast<std::int64_t>(supporters_.people(project));
    }

    // Wanted places less; entering; staying less; supporters less; numbers.
    Weight weight_of(std::size_t project) const
    {
        const auto number = static_cast<std::int64_t>(project);
        return is_listed_[project] ? Weight{{0, 0, -1, -support(project), number}}
                                   : Weight{{0, 1, 0, -support(project), number}};
    }

    // From a field to a form flows each project of both that is chosen.
    std::vector<bool> best_choice() const
    {
        const std::size_t first_form = 2 + rules_.wanted.size();
        CheapestFlow flow(first_form + rules_.slots.size());
        const std::uint64_t most = places_.size();
        for (std::size_t project = 0; project < places_.size(); ++project) {
            const auto& [form, field] = places_[project];
            flow.add({2 + field, first_form + form, 1, weight_of(project)});
        }
        for (std::size_t field = 0; field < rules_.wanted.size(); ++field) {
            flow.add({0, 2 + field, std::min(rules_.wanted[field], most), {{-1, 0, 0, 0, 0}}});
            flow.add({0, 2 + field, most, {}});
        }
        for (std::size_t form = 0; form < rules_.slots.size(); ++form) {
            flow.add({first_form + form, 1, std::min(rules_.slots[form], most), {}});
        }
        flow.fill();
        std::vector<bool> chosen(places_.size());
        for (std::size_t project = 0; project < places_.size(); ++project) {
            chosen[project] = flow.flows(project) > 0;
        }
        return chosen;
    }

    void exchange_in(std::size_t form, const std::vector<bool>& chosen)
    {
        Projects leaving;
        Projects entering;
        for (std::size_t project = 0; project < places_.size(); ++project) {
            if (places_[project].form == form && chosen[project] != is_listed_[project]) {
                (chosen[project] ? entering : leaving).push_back(project);
            }
        }
        for (std::size_t i = 0; i < entering.size(); ++i) {
            exchange(i < leaving.size() ? std::optional(leaving[i]) : std::nullopt, entering[i]);
        }
    }

    void exchange(std::optional<std::size_t> leaves, std::size_t enters)
    {
        auto& listed = result_.listed;
        if (leaves) {
            *std::find(listed.begin(), listed.end(), *leaves) = enters;
        } else {
            listed.push_back(enters);
        }
        auto now = standing();
        auto claims = new_claims(result_.after.claims, now.claims);
        result_.after = std::move(now);
        result_.exchanges.push_back({.leaves = leaves,
            .enters = enters,
            .why = lacked(places_[enters].field) ? WhyEnters::field_lacks : WhyEnters::replaces,
            .lose = leaves ? only_on(*leaves, enters) : 0,
            .gain = leaves ? only_on(enters, *leaves) : supporters_.people(enters),
            .gives_up = given_up(leaves.has_value(), claims),
            .claims = claims});
    }

    static GivenUp given_up(bool has_left, const std::vector<UnmetClaim>& claims)
    {
        return !has_left ? GivenUp::nothing : claims.empty() ? GivenUp::promise : GivenUp::claims;
    }

    std::uint64_t count(const std::vector<bool>& projects, std::size_t field) const
    {
        std::uint64_t sum = 0;
        for (std::size_t project = 0; project < places_.size(); ++project) {
            sum += places_[project].field == field && projects[project] ? 1 : 0;
        }
        return sum;
    }

    bool lacked(std::size_t field) const { return count(is_listed_, field) < rules_.wanted[field]; }

    // People who marked the one and not the other.
    std::uint64_t only_on(std::size_t one, std::size_t other) const
    {
        const auto others = supporters_.ballots(other);
        std::uint64_t sum = 0;
        for (const auto ballot : supporters_.ballots(one)) {
            sum += std::binary_search(others.begin(), others.end(), ballot)
                ? 0
                : ballots_.people(ballot);
        }
        return sum;
    }

    Standing standing() const
    {
        Standing now;
        std::vector<bool> has(ballots_.size());
        for (const auto project : result_.listed) {
            now.marks += supporters_.people(project);
            for (const auto ballot : supporters_.ballots(project)) {
                has[ballot] = true;
            }
        }
        for (std::size_t ballot = 0; ballot < ballots_.size(); ++ballot) {
            const bool wants = !ballots_.marks(ballot).empty();
            now.people_without += wants && !has[ballot] ? ballots_.people(ballot) : 0;
        }
        const auto slots =
            std::accumulate(rules_.slots.begin(), rules_.slots.end(), std::uint64_t{0});
        now.claims = unmet_claims(ballots_, supporters_, {result_.listed, slots});
        return now;
    }

    void tell_shortfalls()
    {
        std::vector<bool> now(places_.size());
        for (const auto project : result_.listed) {
            now[project] = true;
        }
        for (std::size_t field = 0; field < rules_.wanted.size(); ++field) {
            const auto has = count(now, field);
            if (has < rules_.wanted[field]) {
                const auto all = count(std::vector<bool>(places_.size(), true), field);
                result_.short_of.push_back({field, rules_.wanted[field], has, all});
            }
        }
    }

    const Ballots& ballots_;
    std::span<const Place> places_;
    const BalanceRules& rules_;
    Supporters supporters_;
    std::vector<bool> is_listed_; // at the beginning
    BalancedShortlist result_;
};

} // namespace

std::vector<std::uint64_t> one_for_each(std::span<const Place> places, std::size_t fields)
{
    std::vector<std::uint64_t> wanted(fields);
    for (const auto& place : places) {
        wanted.at(place.field) = 1;
    }
    return wanted;
}

BalancedShortlist balanced(const Ballots& ballots, std::span<const Place> places,
    const std::vector<std::size_t>& listed, const BalanceRules& rules)
{
    return Balancing(ballots, places, listed, rules).run();
}

} // namespace xieshang::analytics
