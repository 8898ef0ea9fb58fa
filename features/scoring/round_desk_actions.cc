// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/round_desk_actions.h"

#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_actions.h"
#include "features/members/member_store.h"
#include "features/people/membership_actions.h"

#include <algorithm>

namespace xieshang::scoring {
namespace {

constexpr std::int64_t all_of_a_call = 100'000;

bool is_in_selection(const calls::Suggestion& suggestion)
{
    return suggestion.state == calls::TopicState::screened;
}

} // namespace

base::Actor actor_now(services::Services& services, db::Tx& tx, const members::Person& person)
{
    auto standing = people::standing_of(tx, person.id, people::day_of(services.clock.now()));
    const auto dormant = members::dormant_roles(person.roles, standing.membership);
    return {person.id.text, person.name, person.roles & ~dormant, standing.membership, dormant,
        std::move(standing.bodies)};
}

std::optional<base::Actor> actor_of_account(
    services::Services& services, db::Tx& tx, const std::string& person_id)
{
    const auto person = members::person_of(tx, members::PersonId{person_id});
    if (!person || person->state != members::PersonState::active) {
        return std::nullopt;
    }
    return actor_now(services, tx, *person);
}

RoundDesk::RoundDesk(services::Services& services, db::Tx& tx, const ScoringRound& round)
    : services_(services),
      tx_(tx),
      round_(round),
      today_(people::day_of(services.clock.now())),
      all_(calls::search_suggestions(tx,
          {.call = round.call_id, .order = calls::SuggestionOrder::oldest, .limit = all_of_a_call}))
{
    for (const auto& one : all_) {
        by_id_.emplace(one.id.text, &one);
        if (one.merged_into) {
            merged_.emplace(one.merged_into->text, &one);
        }
        if (round.state == ScoringState::preparing && is_in_selection(one)) {
            items_.push_back(&one);
        }
    }
    for (const auto& id : items_of(tx, round.id)) {
        items_.push_back(by_id_.at(id.text));
    }
    for (const auto& sheet : last_sheets(tx, round.id)) {
        scored_[sheet.reviewer_id].emplace(sheet.suggestion_id.text, true);
    }
}

const calls::Suggestion* RoundDesk::item(const SuggestionId& id) const
{
    const auto found = std::find_if(
        items_.begin(), items_.end(), [&](const calls::Suggestion* one) { return one->id == id; });
    return found == items_.end() ? nullptr : *found;
}

// With what was merged into those in turn.
std::vector<const calls::Suggestion*> RoundDesk::merged_into(const SuggestionId& id) const
{
    std::vector<const calls::Suggestion*> found;
    const auto range = merged_.equal_range(id.text);
    for (auto one = range.first; one != range.second; ++one) {
        found.push_back(one->second);
        const auto further = merged_into(one->second->id);
        found.insert(found.end(), further.begin(), further.end());
    }
    return found;
}

bool RoundDesk::recuses(const Asked& asked, const calls::Suggestion& suggestion) const
{
    return scoring::recuses(asked, suggestion, merged_into(suggestion.id));
}

ScoringFacts RoundDesk::facts(const base::Actor& actor, const ScoringReviewer& reviewer) const
{
    return {.state = round_.state,
        .closes_on = round_.closes_on,
        .today = today_,
        .is_in_office = is_in_office(reviewer, actor.roles)};
}

ScoringFacts RoundDesk::facts(
    const base::Actor& actor, const ScoringReviewer& reviewer, const SuggestionId& id) const
{
    auto known = facts(actor, reviewer);
    const auto* suggestion = item(id);
    known.is_in_round = suggestion != nullptr;
    if (suggestion != nullptr) {
        known.is_in_selection = is_in_selection(*suggestion);
        const auto belongs_to = calls::belongings(tx_, actor);
        known.recuses = recuses({actor.id, actor.name, belongs_to}, *suggestion);
    }
    return known;
}

Progress RoundDesk::counted(
    const std::optional<base::Actor>& actor, const ScoringReviewer& reviewer) const
{
    Progress progress;
    const auto scored = scored_.find(reviewer.id);
    const auto belongs_to = actor ? calls::belongings(tx_, *actor) : calls::Belongings();
    for (const auto* one : items_) {
        if (scored != scored_.end() && scored->second.contains(one->id.text)) {
            ++progress.done;
            ++progress.asked;
        } else if (is_in_selection(*one)
            && !recuses({reviewer.id, reviewer.name, belongs_to}, *one)) {
            ++progress.asked;
        }
    }
    progress.is_ended = round_.state == ScoringState::closed
        ? reviewer.is_ended
        : !actor || !is_in_office(reviewer, actor->roles);
    return progress;
}

std::vector<Progress> RoundDesk::progress() const
{
    std::vector<Progress> all;
    for (const auto& reviewer : round_.reviewers) {
        all.push_back(counted(actor_of_account(services_, tx_, reviewer.id), reviewer));
    }
    return all;
}

Progress RoundDesk::progress_of(const base::Actor& actor, const ScoringReviewer& reviewer) const
{
    return counted(actor, reviewer);
}

bool RoundDesk::is_everybody_done() const
{
    const auto all = progress();
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const Progress& one) {
        return one.is_ended || one.done == one.asked;
    });
}

} // namespace xieshang::scoring
