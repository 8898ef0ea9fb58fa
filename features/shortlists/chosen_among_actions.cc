// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/chosen_among_actions.h"

#include "features/calls/choosing_actions.h"

#include <algorithm>

namespace xieshang::shortlists {

using calls::Suggestion;
using topics::TopicState;

ChosenAmong::ChosenAmong(db::Tx& tx, const SelectionRound& round)
    : round_(round), all_(calls::suggestions_of_year(tx, round.words.year))
{
}

std::vector<ShortlistCandidate> ChosenAmong::candidates() const
{
    std::vector<ShortlistCandidate> found;
    for (const auto& one : all_) {
        if (one.state == TopicState::screened) {
            found.push_back(candidate(one));
        }
    }
    return found;
}

bool ChosenAmong::may_enter(const SuggestionId& id) const
{
    const auto* one = find(id);
    return one != nullptr
        && (one->state == TopicState::screened || one->state == TopicState::reserved);
}

const Suggestion* ChosenAmong::find(const SuggestionId& id) const
{
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Suggestion& one) { return one.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

ShortlistCandidate ChosenAmong::candidate(const Suggestion& suggestion) const
{
    const auto place = placement_of(round_, suggestion);
    return {suggestion.id, suggestion.words.title, place.kind, place.field};
}

WentInto ChosenAmong::went_into() const
{
    WentInto went_into;
    for (const auto& one : all_) {
        if (one.merged_into) {
            went_into.emplace(one.id.text, *one.merged_into);
        }
    }
    return went_into;
}

ProposalInput ChosenAmong::input(db::Tx& tx, std::vector<ShortlistCandidate> candidates) const
{
    auto ballots = places_marked(ballots_of_round(tx, round_.id), candidates, went_into());
    return {round_.words.slots, round_.words.wanted, std::move(candidates), std::move(ballots)};
}

} // namespace xieshang::shortlists
