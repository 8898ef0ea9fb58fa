// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of scoring rounds. Points are hundredths of a point of 100. Pure.
#pragma once

#include "features/scoring/scoring_shapes.h"

namespace xieshang::scoring {

struct ScoringOffer {
    ScoringRoundAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(ScoringOffer, (), (action, refusal))

struct ScoringStepView {
    base::Instant at;
    std::string by_name;
    ScoringRoundAction action{};
    std::string reason;
    std::string closes_on;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ScoringStepView, (), (at, by_name, action, reason, closes_on, version))

struct ReviewerView { // for the office: how far he is, never what he gave
    std::string id;
    std::string name;
    std::vector<std::string> roles;
    std::int64_t asked{};
    std::int64_t done{};
    bool is_ended{};
};
BOOST_DESCRIBE_STRUCT(ReviewerView, (), (id, name, roles, asked, done, is_ended))

struct OwnProgress {
    std::int64_t asked{};
    std::int64_t done{};
    std::optional<std::string> cannot_score_because{}; // in the caller's language; null: he may
};
BOOST_DESCRIBE_STRUCT(OwnProgress, (), (asked, done, cannot_score_because))

struct ScoringRoundView {
    RoundId id;
    CallId call_id;
    std::string call_title;
    std::string title;
    std::vector<Criterion> criteria;
    std::string closes_on;
    std::int64_t divided_from{};
    ScoringState state{};
    std::int64_t suggestions{};          // that are scored
    std::int64_t reviewer_count{};       // of a closed round, and for the office
    std::vector<ReviewerView> reviewers; // for the office
    std::vector<ScoringStepView> steps;  // for the office
    std::vector<ScoringOffer> actions;   // for the office
    std::optional<OwnProgress> mine{};   // of a reviewer
    bool has_results{};                  // which the caller may read
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(ScoringRoundView, (),
    (id, call_id, call_title, title, criteria, closes_on, divided_from, state, suggestions,
        reviewer_count, reviewers, steps, actions, mine, has_results, version, updated_at))

struct ScoringRoundList {
    std::vector<ScoringRoundView> items;
};
BOOST_DESCRIBE_STRUCT(ScoringRoundList, (), (items))

struct OwnComment {
    base::Instant at;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OwnComment, (), (at, words))

struct BallotItemView { // nothing of who proposed it, nothing of anybody else's
    SuggestionId suggestion_id;
    std::string title;
    std::string problem;
    std::string reason;
    std::optional<calls::TopicKind> kind{};
    std::optional<calls::TopicField> field{};
    std::vector<std::string> departments;
    std::string serves;
    std::vector<std::int64_t> scores; // his own, as they stand; none yet: empty
    std::optional<base::Instant> scored_at{};
    std::vector<OwnComment> comments;
    std::optional<std::string> cannot_score_because{}; // in his language
};
BOOST_DESCRIBE_STRUCT(BallotItemView, (),
    (suggestion_id, title, problem, reason, kind, field, departments, serves, scores, scored_at,
        comments, cannot_score_because))

struct BallotView {
    RoundId id;
    std::string title;
    std::string call_title;
    ScoringState state{};
    std::string closes_on;
    std::vector<Criterion> criteria;
    OwnProgress mine;
    std::vector<BallotItemView> items;
};
BOOST_DESCRIBE_STRUCT(
    BallotView, (), (id, title, call_title, state, closes_on, criteria, mine, items))

struct KeptScores {
    SuggestionId suggestion_id;
    std::vector<std::int64_t> scores;
    base::Instant at;
    std::int64_t version{}; // 2: scored again
};
BOOST_DESCRIBE_STRUCT(KeptScores, (), (suggestion_id, scores, at, version))

struct ScoringResult {
    SuggestionId suggestion_id;
    std::string title;
    std::optional<calls::TopicField> field{};
    calls::TopicState state{};
    std::int64_t rank{}; // 0: nobody scored it
    std::int64_t reviewers{};
    std::int64_t ended{}; // of them those whose role had ended when the round was closed
    std::int64_t mean{};
    std::int64_t median{};
    std::int64_t spread{};
    bool is_divided{};
    std::vector<std::int64_t> criteria; // hundredths of the points of its own scale
    std::vector<std::int64_t> sheets;   // each reviewer's points, the lowest first, without names
    std::vector<std::string> comments;
};
BOOST_DESCRIBE_STRUCT(ScoringResult, (),
    (suggestion_id, title, field, state, rank, reviewers, ended, mean, median, spread, is_divided,
        criteria, sheets, comments))

struct NamedSheetView {
    SuggestionId suggestion_id;
    std::optional<std::string> title; // not for the auditor
    std::string reviewer_name;
    std::vector<std::int64_t> scores;
    std::int64_t points{};
    std::int64_t version{};
    bool is_last{};
    bool is_ended{};
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(NamedSheetView, (),
    (suggestion_id, title, reviewer_name, scores, points, version, is_last, is_ended, at))

struct NamedSheetList {
    std::vector<std::string> criteria; // their names
    std::vector<NamedSheetView> items;
};
BOOST_DESCRIBE_STRUCT(NamedSheetList, (), (criteria, items))

struct ScoringCandidateView {
    std::string id;
    std::string name;
    std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(ScoringCandidateView, (), (id, name, roles))

struct CandidateList {
    std::vector<ScoringCandidateView> items;
};
BOOST_DESCRIBE_STRUCT(CandidateList, (), (items))

} // namespace xieshang::scoring
