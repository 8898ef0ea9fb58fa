// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/proposal.h"

#include "features/shortlists/proposal_parts.h"
#include "platform/analytics/completion.h"

#include <algorithm>

namespace xieshang::shortlists {
namespace {

base::Result<void> proposable(const ProposalInput& input)
{
    if (input.candidates.empty()) {
        return base::refuse("shortlist.no_candidates");
    }
    base::Error formless{base::Trouble::refused, "shortlist.no_form", {}, {}};
    for (const auto& candidate : input.candidates) {
        if (!candidate.kind) {
            formless.fields.push_back(
                {"/placements", "shortlist.has_no_form", {{"title", candidate.title}}});
        }
    }
    if (!formless.fields.empty()) {
        return tl::unexpected(std::move(formless));
    }
    return {};
}

std::vector<LeftOut> left_out(const Told& told, const analytics::EqualShares& run,
    const std::vector<analytics::CompletionStep>& filled)
{
    std::vector<LeftOut> all;
    for (const auto& one : run.unchosen) {
        const bool is_filled = std::any_of(filled.begin(), filled.end(),
            [&](const analytics::CompletionStep& step) { return step.project == one.project; });
        if (!is_filled) {
            all.push_back({told.id(one.project), why_of(one.why), whole(one.supporters)});
        }
    }
    return all;
}

void tell_balance(
    const Told& told, const analytics::BalancedShortlist& balance, ShortlistProposal& proposal)
{
    for (const auto& one : balance.exchanges) {
        proposal.exchanges.push_back(told.exchange(one));
    }
    for (const auto& one : balance.short_of) {
        proposal.short_of.push_back({static_cast<TopicField>(one.field), whole(one.wanted),
            whole(one.has), whole(one.projects)});
    }
    proposal.before = told.standing(balance.before);
    proposal.after = told.standing(balance.after);
    proposal.gives_up = lost(balance.gives_up);
    proposal.listed = told.ids(balance.listed);
}

bool includes(const std::vector<SuggestionId>& all, const SuggestionId& id)
{
    return std::find(all.begin(), all.end(), id) != all.end();
}

tl::unexpected<base::Error> wrong(const char* pointer, const char* code)
{
    return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{pointer, code, {}}}});
}

} // namespace

std::vector<MarkedPlaces> places_marked(const std::vector<SupportBallot>& ballots,
    const std::vector<ShortlistCandidate>& candidates, const WentInto& went_into)
{
    std::map<std::string_view, std::int64_t> places;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        places[candidates[i].suggestion_id.text] = static_cast<std::int64_t>(i);
    }
    std::vector<MarkedPlaces> all;
    for (const auto& ballot : ballots) {
        MarkedPlaces marked;
        for (const auto& mark : marks_today(ballot.marks, went_into)) {
            if (const auto place = places.find(mark.text); place != places.end()) {
                marked.push_back(place->second);
            }
        }
        std::sort(marked.begin(), marked.end());
        if (!marked.empty()) {
            all.push_back(std::move(marked));
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::int64_t> supporters_of(
    const std::vector<MarkedPlaces>& ballots, std::size_t candidates)
{
    std::vector<std::int64_t> counts(candidates);
    for (const auto& ballot : ballots) {
        for (const auto place : ballot) {
            ++counts.at(static_cast<std::size_t>(place));
        }
    }
    return counts;
}

base::Result<ShortlistProposal> propose(const ProposalInput& input)
{
    CHECK(proposable(input));
    const Told told(input.candidates);
    const auto ballots = ballots_of(input.ballots);
    const auto slots = slots_of(input);
    const auto projects = projects_of(input);
    const auto run = analytics::equal_shares(ballots, projects, slots);
    const auto filled = analytics::completion(run, projects);
    auto listed = run.winners();
    std::transform(filled.begin(), filled.end(), std::back_inserter(listed),
        [](const analytics::CompletionStep& step) { return step.project; });
    const auto balance =
        analytics::balanced(ballots, field_places_of(input), listed, {slots, wanted_of(input)});

    ShortlistProposal proposal{.people = whole(ballots.people()),
        .slots = input.slots,
        .wanted = input.wanted,
        .share = amount(run.share),
        .left_out = left_out(told, run, filled),
        .is_unconstrained = run.is_unconstrained};
    const auto counts = supporters_of(input.ballots, input.candidates.size());
    for (std::size_t i = 0; i < input.candidates.size(); ++i) {
        proposal.candidates.push_back({input.candidates[i], counts[i]});
    }
    for (const auto& round : run.rounds) {
        proposal.rounds.push_back(told.round(round));
    }
    for (const auto& step : filled) {
        proposal.filled.push_back(
            {told.id(step.project), whole(step.supporters), whole(step.free_before)});
    }
    tell_balance(told, balance, proposal);
    return proposal;
}

ChangeEffect effect_of(const ProposalInput& input, const std::vector<SuggestionId>& before,
    const std::vector<SuggestionId>& after, const ListChange& change)
{
    const Told told(input.candidates);
    const auto in = change.takes_in ? told.place(*change.takes_in) : std::nullopt;
    const auto out = change.takes_out ? told.place(*change.takes_out) : std::nullopt;
    const auto marked = [](const MarkedPlaces& ballot, const std::optional<std::size_t>& place) {
        return place
            && std::binary_search(ballot.begin(), ballot.end(), static_cast<std::int64_t>(*place));
    };
    ChangeEffect effect;
    for (const auto& ballot : input.ballots) {
        const bool has_in = marked(ballot, in);
        const bool has_out = marked(ballot, out);
        effect.lose += has_out && !has_in ? 1 : 0;
        effect.gain += has_in && !has_out ? 1 : 0;
    }
    effect.passed_over = newly_passed_over(input, before, after);
    if (change.takes_out) {
        effect.gives_up =
            effect.passed_over.empty() ? GuaranteeLost::promise : GuaranteeLost::claims;
    }
    return effect;
}

base::Result<std::vector<SuggestionId>> changed(
    std::vector<SuggestionId> listed, const ListChange& change)
{
    if (!change.takes_in && !change.takes_out) {
        return wrong("/takes_in", "shortlist.no_change");
    }
    if (change.takes_in && includes(listed, *change.takes_in)) {
        return wrong("/takes_in", "shortlist.listed_already");
    }
    if (!change.takes_out) {
        listed.push_back(*change.takes_in);
        return listed;
    }
    const auto leaving = std::find(listed.begin(), listed.end(), *change.takes_out);
    if (leaving == listed.end()) {
        return wrong("/takes_out", "shortlist.not_listed");
    }
    if (change.takes_in) {
        *leaving = *change.takes_in;
    } else {
        listed.erase(leaving);
    }
    return listed;
}

} // namespace xieshang::shortlists
