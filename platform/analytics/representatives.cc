// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/representatives.h"

#include "platform/analytics/statistics.h"

#include <algorithm>
#include <optional>

namespace xieshang::analytics {
namespace {

// One side of a statement: who agree, or who disagree.
struct Side {
    Share own;
    double share = 0;
    double share_test = 0;
    double ratio = 0;
    double ratio_test = 0;

    double metric() const { return ratio * ratio_test * share * share_test; }
};

Side side_of(Share own, Share others)
{
    return {own, smoothed(own), against_half(own), smoothed(own) / smoothed(others),
        against(own, others)};
}

struct Candidate {
    std::size_t statement = 0;
    Side agree;
    Side disagree;

    bool agrees() const { return agree.ratio_test > disagree.ratio_test; }
    const Side& side() const { return agrees() ? agree : disagree; }
};

bool is_sure(const Side& side, double z) { return side.ratio_test > z && side.share_test > z; }

// red-dwarf's and Polis's rule depends on the best so far, and so on the order of the statements.
bool beats(const Candidate& candidate, const std::optional<Candidate>& best, double z)
{
    const auto& side = candidate.agree;
    if (candidate.agree.own.successes == 0 && candidate.disagree.own.successes == 0) {
        return false;
    }
    if (!best) {
        return side.share_test > z || (side.ratio > 1 && side.share > 0.5);
    }
    const auto& held = best->agree;
    return held.ratio > 1 ? side.metric() > held.metric()
                          : side.share * side.share_test > held.share * held.share_test;
}

RepresentativeStatement told(const Candidate& candidate, bool is_best)
{
    const auto& side = candidate.side();
    return {candidate.statement, candidate.agrees(), side.own.successes, side.own.trials,
        side.share, side.share_test, side.ratio, side.ratio_test, is_best,
        candidate.agree.own.successes};
}

struct Found {
    std::optional<Candidate> best_agreed;
    std::optional<Candidate> least_unsure; // the largest of the tests
    std::vector<Candidate> sure;
};

Found look_through(
    const std::vector<Tally>& own, const std::vector<Tally>& others, const ListRules& rules)
{
    Found found;
    double largest = 0;
    for (const auto statement : rules.order) {
        const auto& in = own[statement];
        const auto& out = others[statement];
        const Candidate candidate = {statement,
            side_of({in.agree(), in.seen()}, {out.agree(), out.seen()}),
            side_of({in.disagree(), in.seen()}, {out.disagree(), out.seen()})};
        if (is_sure(candidate.agree, rules.z) || is_sure(candidate.disagree, rules.z)) {
            found.sure.push_back(candidate);
        }
        if (beats(candidate, found.best_agreed, rules.z)) {
            found.best_agreed = candidate;
        }
        const double test = std::max(candidate.agree.ratio_test, candidate.disagree.ratio_test);
        if (!found.least_unsure || test > largest) {
            found.least_unsure = candidate;
            largest = rules.last_of_equals ? static_cast<double>(static_cast<float>(test)) : test;
        }
    }
    return found;
}

ConsensusStatement counted(std::size_t statement, Share share)
{
    return {statement, share.successes, share.trials, smoothed(share), against_half(share)};
}

std::vector<ConsensusStatement> best_of(std::vector<ConsensusStatement> all, const ListRules& rules)
{
    std::erase_if(
        all, [&](const auto& one) { return one.share <= 0.5 || one.share_test <= rules.z; });
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return one.share * one.share_test > other.share * other.share_test;
    });
    all.resize(std::min(all.size(), rules.most));
    return all;
}

} // namespace

std::vector<RepresentativeStatement> representatives(
    const std::vector<Tally>& own, const std::vector<Tally>& others, const ListRules& rules)
{
    auto [best, least_unsure, sure] = look_through(own, others, rules);
    std::vector<RepresentativeStatement> list;
    if (best) {
        list.push_back(told(*best, true));
    } else if (sure.empty() && least_unsure) {
        list.push_back(told(*least_unsure, false));
    } else if (!rules.lists_without_best) {
        return list;
    }
    std::erase_if(
        sure, [&best = best](const auto& one) { return best && one.statement == best->statement; });
    std::stable_sort(sure.begin(), sure.end(), [](const auto& one, const auto& other) {
        return one.side().metric() > other.side().metric();
    });
    for (const auto& candidate : sure) {
        if (list.size() < rules.most) {
            list.push_back(told(candidate, false));
        }
    }
    if (!rules.lists_minorities) {
        std::erase_if(list, [](const auto& one) { return 2 * one.successes <= one.trials; });
    }
    std::stable_partition(list.begin(), list.end(), [](const auto& one) { return one.agrees; });
    return list;
}

Consensus consensus(const std::vector<Tally>& everybody, const ListRules& rules)
{
    std::vector<ConsensusStatement> agree;
    std::vector<ConsensusStatement> disagree;
    for (const auto statement : rules.order) {
        const auto& tally = everybody[statement];
        agree.push_back(counted(statement, {tally.agree(), tally.seen()}));
        disagree.push_back(counted(statement, {tally.disagree(), tally.seen()}));
    }
    return {best_of(std::move(agree), rules), best_of(std::move(disagree), rules)};
}

} // namespace xieshang::analytics
