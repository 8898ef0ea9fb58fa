// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of calls and suggestions. Pure.
#pragma once

#include "features/calls/calls_shapes.h"

namespace xieshang::calls {

struct CallOffer {
    TopicCallAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(CallOffer, (), (action, refusal))

struct CallStepView {
    base::Instant at;
    std::string by_name;
    TopicCallAction action{};
    std::string reason;
    std::string closes_on;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(CallStepView, (), (at, by_name, action, reason, closes_on, version))

struct AskedAs { // as which of his the caller may hand in
    Constituency constituency{};
    std::string body_id; // empty: of himself
    std::string body_name;
};
BOOST_DESCRIBE_STRUCT(AskedAs, (), (constituency, body_id, body_name))

struct FormPicture {
    std::string address;
    std::int64_t modules{}; // of the QR code's side, without the quiet zone of four
    std::string path;       // SVG's d, a module is 1 × 1

    bool operator==(const FormPicture&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormPicture, (), (address, modules, path))

struct CallView : CallWords {
    CallId id;
    CallState state{};
    CallPhase phase{};
    std::vector<AskedAs> asked_as;
    // Why the caller may not hand in today, in their language; null: he may.
    std::optional<std::string> cannot_suggest_because;
    std::int64_t handed_in{};                  // by the caller, or his body
    std::optional<std::string> code;           // of the public's form, for the office
    std::optional<FormPicture> form_picture{}; // of its address, on the call's page alone
    std::vector<CallStepView> steps;           // for the reviewers
    std::vector<CallOffer> actions;            // for the office
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(CallView, (CallWords),
    (id, state, phase, asked_as, cannot_suggest_because, handed_in, code, form_picture, steps,
        actions, version, updated_at))

struct CallList {
    std::vector<CallView> items;
};
BOOST_DESCRIBE_STRUCT(CallList, (), (items))

struct NamedSuggestion {
    SuggestionId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(NamedSuggestion, (), (id, title))

struct TopicNews { // of the topic that a suggestion became
    std::string title;
    TopicState state{};
    std::string reason; // of the amendment that postponed it or took it up again; empty: none did
};
BOOST_DESCRIBE_STRUCT(TopicNews, (), (title, state, reason))

struct TargetAnswer { // of what a suggestion was merged into: it is the answer to both
    std::string title;
    SuggestionAnswer answer{}; // of that one, or of what it went into in its turn
    std::string reply;
    std::string passed_to;
    std::optional<TopicNews> topic{}; // that it became, once its plan is issued
};
BOOST_DESCRIBE_STRUCT(TargetAnswer, (), (title, answer, reply, passed_to, topic))

struct MergedInto : TargetAnswer {
    SuggestionId id;
    bool is_readable{}; // the caller has a view of its page
};
BOOST_DESCRIBE_STRUCT(MergedInto, (TargetAnswer), (id, is_readable))

// What became of it, as everybody reads it.
struct AnsweredSuggestion {
    SuggestionId id;
    std::string title;
    Constituency constituency{};
    SuggestionAnswer answer{};
    std::string reply; // the reason, in the words of who answered
    std::string passed_to;
    std::optional<MergedInto> merged_into{}; // none: not the caller's to know, too
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(AnsweredSuggestion, (),
    (id, title, constituency, answer, reply, passed_to, merged_into, updated_at))

struct SuggestionLine : AnsweredSuggestion {
    CallId call_id;
    std::string call_title;
    TopicState state{};
    SuggestionChannel channel{};
    std::string proposer;
    std::optional<TopicKind> kind{};
    std::optional<TopicField> field{};
    base::Instant suggested_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(SuggestionLine, (AnsweredSuggestion),
    (call_id, call_title, state, channel, proposer, kind, field, suggested_at, version))

struct SuggestionOffer {
    TopicAction action{};
    std::optional<std::string> refusal;
};
BOOST_DESCRIBE_STRUCT(SuggestionOffer, (), (action, refusal))

struct SuggestionStepView {
    base::Instant at;
    std::string by_name;
    TopicAction action{};
    TopicState from{};
    TopicState to{};
    std::string reason;
    std::string passed_to;
    std::optional<NamedSuggestion> target{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(
    SuggestionStepView, (), (at, by_name, action, from, to, reason, passed_to, target, version))

struct PastWords { // words that stood there from this version on
    std::int64_t version{};
    base::Instant at;
    std::string by_name;
    SuggestionWords words;
};
BOOST_DESCRIBE_STRUCT(PastWords, (), (version, at, by_name, words))

struct CommentView {
    base::Instant at;
    std::string by_name;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (at, by_name, words))

struct ConsentView {
    MergeSide side{};
    bool agrees{};
    std::string words;
    std::string by_name;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(ConsentView, (), (side, agrees, words, by_name, at))

struct MergeView {
    MergeId id;
    NamedSuggestion merged;
    std::string merged_proposer;
    NamedSuggestion target;
    std::string target_proposer;
    std::string reason;
    std::string asked_by_name;
    base::Instant asked_at;
    MergeOutcome outcome{};
    bool is_over{};
    std::vector<ConsentView> consents;
    std::vector<MergeSide> waits_for; // sides that the caller may answer for now
    std::optional<MergeEnd> ended_because{};
};
BOOST_DESCRIBE_STRUCT(MergeView, (),
    (id, merged, merged_proposer, target, target_proposer, reason, asked_by_name, asked_at, outcome,
        is_over, consents, waits_for, ended_because))

struct TakenIn { // a suggestion that was merged into this one; its name stays with it
    SuggestionId id;
    std::string title;
    std::string proposer;
};
BOOST_DESCRIBE_STRUCT(TakenIn, (), (id, title, proposer))

struct SuggestionDetails : SuggestionWords {
    TopicState state{};
    SuggestionChannel channel{};
    std::string proposer;
    std::string by_name; // who entered it
    std::optional<std::string> paper_day;
    base::Instant suggested_at;
    bool is_mine{};
    std::optional<std::string> cannot_edit_because; // null: the caller may
    std::vector<TakenIn> taken_in;
    std::vector<MergeView> merges;
    std::vector<PastWords> past_words; // the oldest first, the last are those that stand
    std::vector<SuggestionStepView> steps;
    std::vector<SuggestionOffer> actions;
    std::vector<CommentView> comments; // for the reviewers
    bool has_contact{};                // the public left one; the office may look at it
};
BOOST_DESCRIBE_STRUCT(SuggestionDetails, (SuggestionWords),
    (state, channel, proposer, by_name, paper_day, suggested_at, is_mine, cannot_edit_because,
        taken_in, merges, past_words, steps, actions, comments, has_contact))

struct TopicOfSuggestion : TopicNews {
    std::string id;
    std::string plan_id;
    std::string plan_title;
};
BOOST_DESCRIBE_STRUCT(TopicOfSuggestion, (TopicNews), (id, plan_id, plan_title))

struct SuggestionView : AnsweredSuggestion {
    CallId call_id;
    std::string call_title;
    std::optional<SuggestionDetails> details; // for reviewers and whoever suggested it
    std::int64_t version{};
    std::optional<TopicOfSuggestion> topic{};
    bool can_become_topic{}; // the caller may put it into a draft now
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (AnsweredSuggestion),
    (call_id, call_title, details, version, topic, can_become_topic))

struct SuggestedView {
    SuggestionId id;
    bool already_there{}; // the same text was there before; this is it
};
BOOST_DESCRIBE_STRUCT(SuggestedView, (), (id, already_there))

struct PaperReceipt : SuggestedView {
    std::string answer_code; // for who wrote it; shown once, kept as a digest
};
BOOST_DESCRIBE_STRUCT(PaperReceipt, (SuggestedView), (answer_code))

struct SimilarSuggestion {
    SuggestionId id;
    std::string title;
    Constituency constituency{};
    SuggestionAnswer answer{};
    std::int64_t likeness{}; // per cent
};
BOOST_DESCRIBE_STRUCT(SimilarSuggestion, (), (id, title, constituency, answer, likeness))

struct SimilarSuggestions {
    std::vector<SimilarSuggestion> items; // the likest first
};
BOOST_DESCRIBE_STRUCT(SimilarSuggestions, (), (items))

struct SuggestionContact {
    std::string contact;
};
BOOST_DESCRIBE_STRUCT(SuggestionContact, (), (contact))

AnsweredSuggestion answered(
    const Suggestion& suggestion, const std::optional<MergedInto>& merged_into);

} // namespace xieshang::calls
