// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/selection_round.h"

#include "features/people/short_text.h"

#include <algorithm>
#include <set>

namespace xieshang::shortlists {
namespace {

template <class Items, class Key>
bool names_one_twice(const Items& items, Key key)
{
    std::set<std::decay_t<decltype(key(items.front()))>> seen;
    return std::any_of(items.begin(), items.end(),
        [&](const auto& item) { return !seen.insert(key(item)).second; });
}

std::int64_t all_slots(const RoundWords& words)
{
    std::int64_t all = 0;
    for (const auto& form : words.slots) {
        all += form.slots;
    }
    return all;
}

std::int64_t all_places(const RoundWords& words)
{
    std::int64_t all = 0;
    for (const auto& field : words.wanted) {
        all += field.places;
    }
    return all;
}

class Wrong {
public:
    explicit Wrong(const char* code) : error_{base::Trouble::refused, code, {}, {}} {}
    void field(const char* pointer, const char* code)
    {
        error_.fields.push_back({pointer, code, {}});
    }
    base::Result<void> result() &&
    {
        if (error_.fields.empty()) {
            return {};
        }
        return tl::unexpected(std::move(error_));
    }

private:
    base::Error error_;
};

} // namespace

base::Result<void> acceptable(const RoundWords& words, std::string_view today)
{
    Wrong wrong("selection.invalid");
    if (!people::is_day(words.closes_on)) {
        wrong.field("/closes_on", "period.not_a_day");
    } else if (words.closes_on < today) {
        wrong.field("/closes_on", "selection.over_already");
    }
    if (names_one_twice(words.slots, [](const FormSlots& form) { return form.kind; })) {
        wrong.field("/slots", "selection.kind_twice");
    } else if (all_slots(words) == 0) {
        wrong.field("/slots", "selection.no_slots");
    }
    if (names_one_twice(words.wanted, [](const FieldPlaces& one) { return one.field; })) {
        wrong.field("/wanted", "selection.field_twice");
    } else if (all_places(words) > all_slots(words)) {
        wrong.field("/wanted", "selection.too_many_wanted");
    }
    return std::move(wrong).result();
}

bool is_marking_over(const SelectionRound& round, std::string_view today)
{
    return round.state != RoundState::marking || today > round.words.closes_on;
}

TopicPlacement placement_of(const SelectionRound& round, const calls::Suggestion& suggestion)
{
    const auto said = std::find_if(round.placements.begin(), round.placements.end(),
        [&](const TopicPlacement& one) { return one.suggestion_id == suggestion.id; });
    if (said != round.placements.end()) {
        return *said;
    }
    return {suggestion.id, suggestion.words.kind, suggestion.words.field};
}

std::vector<TopicPlacement> placed(
    std::vector<TopicPlacement> before, const std::vector<TopicPlacement>& said)
{
    for (const auto& one : said) {
        const auto kept = std::find_if(before.begin(), before.end(),
            [&](const TopicPlacement& other) { return other.suggestion_id == one.suggestion_id; });
        if (kept == before.end()) {
            before.push_back(one);
        } else {
            *kept = one;
        }
    }
    return before;
}

base::Result<void> sound(
    const ShortlistDecision& decision, const SelectionRound& round, std::string_view today)
{
    Wrong wrong("shortlist.no_decision");
    if (!people::is_said(decision.meeting)) {
        wrong.field("/meeting", "shortlist.missing");
    }
    if (!people::is_day(decision.decided_on)) {
        wrong.field("/decided_on", "period.not_a_day");
    } else if (decision.decided_on < round.proposed_on) {
        wrong.field("/decided_on", "shortlist.before_proposal");
    } else if (decision.decided_on > today) {
        wrong.field("/decided_on", "shortlist.day_to_come");
    }
    if (!people::is_said(decision.decided_by)) {
        wrong.field("/decided_by", "shortlist.missing");
    }
    if (!people::is_said(decision.reason)) {
        wrong.field("/reason", "shortlist.no_reason");
    }
    if (decision.others == OthersAnswer::reserve && !people::is_said(decision.others_reason)) {
        wrong.field("/others_reason", "shortlist.no_reason");
    }
    return std::move(wrong).result();
}

} // namespace xieshang::shortlists
