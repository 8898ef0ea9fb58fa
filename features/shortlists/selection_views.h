// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of selection rounds. Pure.
#pragma once

#include "features/shortlists/proposal.h"
#include "features/shortlists/selection_workflow.h"

namespace xieshang::shortlists {

struct RoundOffer {
    SelectionRoundAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(RoundOffer, (), (action, refusal))

struct CandidateView {
    SuggestionId id;
    std::string title;
    calls::Constituency constituency{};
    std::optional<TopicKind> kind{};
    std::optional<TopicField> field{};
    bool marked{};                            // by the caller
    bool listed{};                            // on the list as it stands; of who sees the list
    std::optional<std::int64_t> supporters{}; // for the office, once marking has ended
};
BOOST_DESCRIBE_STRUCT(
    CandidateView, (), (id, title, constituency, kind, field, marked, listed, supporters))

struct ListedTopic {
    SuggestionId id;
    std::string title;
    std::optional<TopicKind> kind{};
    std::optional<TopicField> field{};
};
BOOST_DESCRIBE_STRUCT(ListedTopic, (), (id, title, kind, field))

// Slots and wanted places beside what is listed: a hint, never a block.
struct FormCount {
    std::optional<TopicKind> kind{}; // null: listed without a form
    std::int64_t slots{};
    std::int64_t listed{};
};
BOOST_DESCRIBE_STRUCT(FormCount, (), (kind, slots, listed))

struct FieldOnList {
    std::optional<TopicField> field{};
    std::int64_t wanted{};
    std::int64_t listed{};
};
BOOST_DESCRIBE_STRUCT(FieldOnList, (), (field, wanted, listed))

struct RoundStepView {
    base::Instant at;
    std::string by_name;
    SelectionRoundAction action{};
    std::string reason;
    std::optional<ListedTopic> takes_in{};
    std::optional<ListedTopic> takes_out{};
    std::optional<ChangeEffect> effect{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(
    RoundStepView, (), (at, by_name, action, reason, takes_in, takes_out, effect, version))

struct RoundLine {
    RoundId id;
    std::int64_t year{};
    std::string title;
    std::string closes_on;
    RoundState state{};
    bool marking_over{};
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(
    RoundLine, (), (id, year, title, closes_on, state, marking_over, version, updated_at))

struct RoundList {
    std::vector<RoundLine> items;
};
BOOST_DESCRIBE_STRUCT(RoundList, (), (items))

struct RoundView : RoundLine {
    std::vector<FormSlots> slots;
    std::vector<FieldPlaces> wanted;
    // Why the caller may not mark today, in their language; null: he may.
    std::optional<std::string> cannot_mark_because{};
    std::int64_t marks{};                  // of the caller
    std::optional<std::int64_t> people{};  // who marked; for the office, once marking has ended
    std::vector<CandidateView> candidates; // in the order in which they came in
    std::vector<ListedTopic> listed;       // for the office, and for everybody once it is decided
    std::vector<FormCount> forms;          // of who sees the list
    std::vector<FieldOnList> fields;
    std::optional<ShortlistProposal> proposal{}; // for the office
    std::optional<ShortlistDecision> decision{};
    std::vector<RoundStepView> steps; // for the office
    std::vector<RoundOffer> actions;  // for the office
};
BOOST_DESCRIBE_STRUCT(RoundView, (RoundLine),
    (slots, wanted, cannot_mark_because, marks, people, candidates, listed, forms, fields, proposal,
        decision, steps, actions))

struct MarkView { // the caller's own marks after it
    std::vector<SuggestionId> marks;
};
BOOST_DESCRIBE_STRUCT(MarkView, (), (marks))

} // namespace xieshang::shortlists
