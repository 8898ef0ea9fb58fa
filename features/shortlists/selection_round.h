// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A selection round 遴选: who may suggest marks what he would see in the plan of a year, a
// shortlist is proposed from the marks, and people decide on it. Types and rules; pure. Days are
// legal days (period.h); the last day of marking belongs to it. Source: domain.md §1.2; plan,
// preface: 广泛征求…各方面的意见建议; ADR 0020.
#pragma once

#include "features/calls/suggestion.h"
#include "platform/json/rules.h"

namespace xieshang::shortlists {

using RoundId = base::Id<struct SelectionRoundTag>;
using calls::SuggestionId;
using calls::TopicField;
using plan::TopicKind;

enum class RoundState : std::uint8_t {
    marking,  // 支持标记中; whether one may mark today its last day says
    marked,   // 标记结束: the office sees the counts
    proposed, // 已提出名单: people change it, each change with its reason
    decided,  // 已决定
};
BOOST_DESCRIBE_ENUM(RoundState, marking, marked, proposed, decided)

struct FormSlots { // how many topics of a form the plan has room for
    TopicKind kind{};
    std::int64_t slots{};

    bool operator==(const FormSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormSlots, (), (kind, slots))

struct FieldPlaces { // how many topics of a field are wanted on the list
    TopicField field{};
    std::int64_t places{};

    bool operator==(const FieldPlaces&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldPlaces, (), (field, places))

struct RoundWords {
    std::int64_t year{}; // of the plan; its suggestions are those under the calls of this year
    std::string title;
    std::string closes_on; // the last day of marking
    std::vector<FormSlots> slots;
    std::vector<FieldPlaces> wanted; // a field that is not named wants none

    bool operator==(const RoundWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(RoundWords, (), (year, title, closes_on, slots, wanted))

// Which form and field a suggestion competes in, as the office says it; without one, its words say.
struct TopicPlacement {
    SuggestionId suggestion_id;
    std::optional<TopicKind> kind{};
    std::optional<TopicField> field{};

    bool operator==(const TopicPlacement&) const = default;
};
BOOST_DESCRIBE_STRUCT(TopicPlacement, (), (suggestion_id, kind, field))

// What becomes of what was screened and is not on the list.
enum class OthersAnswer : std::uint8_t {
    reserve, // 列为备选, with the reason
    wait,    // stays where it is, for another round
};
BOOST_DESCRIBE_ENUM(OthersAnswer, reserve, wait)

struct ShortlistDecision {
    std::string meeting;
    std::string decided_on;
    std::string decided_by; // who decided there
    std::string reason;     // what the proposers of the list read
    OthersAnswer others{};
    std::string others_reason; // what the proposers of the others read

    bool operator==(const ShortlistDecision&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    ShortlistDecision, (), (meeting, decided_on, decided_by, reason, others, others_reason))

struct SelectionRound {
    RoundId id;
    RoundWords words;
    RoundState state{};
    std::vector<TopicPlacement> placements{}; // each suggestion once
    std::vector<SuggestionId> listed{};       // in the list's order; empty before the proposal
    std::string proposal_sha256{};            // of the proposal as it is kept; empty before it
    std::string proposed_on{};                // its day
    std::optional<ShortlistDecision> decision{};
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at;

    bool operator==(const SelectionRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(SelectionRound, (),
    (id, words, state, placements, listed, proposal_sha256, proposed_on, decision, version,
        created_at, created_by, created_by_name, updated_at))

// Refuses with selection.invalid (422), naming each field that is wrong: /closes_on
// period.not_a_day or selection.over_already; /slots selection.no_slots or selection.kind_twice;
// /wanted selection.field_twice or selection.too_many_wanted.
base::Result<void> acceptable(const RoundWords& words, std::string_view today);

// Whether marks are taken no more.
bool is_marking_over(const SelectionRound& round, std::string_view today);

// Where the suggestion competes: as the office said, else as its words say.
TopicPlacement placement_of(const SelectionRound& round, const calls::Suggestion& suggestion);

// The placements after some were said anew.
std::vector<TopicPlacement> placed(
    std::vector<TopicPlacement> before, const std::vector<TopicPlacement>& said);

// Refuses with shortlist.no_decision (422), naming each field: /meeting, /decided_by
// shortlist.missing; /decided_on period.not_a_day, shortlist.before_proposal or
// shortlist.day_to_come; /reason and, where the others are put in reserve, /others_reason
// shortlist.no_reason.
base::Result<void> sound(
    const ShortlistDecision& decision, const SelectionRound& round, std::string_view today);

} // namespace xieshang::shortlists

namespace xieshang::json {

// The limits stand here because the store reads the same types from their columns.
template <>
inline constexpr auto rules<shortlists::FormSlots> = std::to_array<Rule>({
    {.member = "slots", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<shortlists::FieldPlaces> = std::to_array<Rule>({
    {.member = "places", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<shortlists::ShortlistDecision> = std::to_array<Rule>({
    {.member = "meeting", .least = 0, .most = 100, .blank_allowed = true},
    {.member = "decided_on", .least = 0, .most = 10},
    {.member = "decided_by", .least = 0, .most = 200, .blank_allowed = true},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "others_reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
