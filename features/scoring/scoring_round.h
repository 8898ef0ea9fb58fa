// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A scoring round 评分: what came in under one call is scored blind by several reviewers. Types and
// rules; pure. Days are legal days (period.h). Blind is what the whole slice keeps: until the round
// is closed no reviewer learns who proposed a suggestion, nor who else scores it, how, or with
// which words, and the office learns who has scored how many, not how. Source: issue "The plan's
// life"; plan, 二: 小切口、大视野.
#pragma once

#include "features/calls/suggestion.h"

#include <span>

namespace xieshang::scoring {

using RoundId = base::Id<struct ScoringRoundTag>;
using calls::CallId;
using calls::SuggestionId;

enum class ScoringState : std::uint8_t {
    preparing, // 准备中: criteria and reviewers are being chosen
    open,      // 评分中
    closed,    // 已结束: nobody scores any more, the results are read; never opened again
};
BOOST_DESCRIBE_ENUM(ScoringState, preparing, open, closed)

struct Criterion {
    std::string name;
    std::int64_t weight{}; // against the other criteria
    std::int64_t most{};   // points; the least is 1

    bool operator==(const Criterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (name, weight, most))

inline constexpr std::int64_t usual_most = 5;          // points of a criterion
inline constexpr std::int64_t usual_divided_from = 30; // points of 100

// Who was named, with the roles by which he was; one of them must be his when he scores.
struct ScoringReviewer {
    std::string id; // members::PersonId text
    std::string name;
    std::vector<std::string> roles;
    bool is_ended{}; // of a closed round: none of the roles was his any more at its end

    bool operator==(const ScoringReviewer&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScoringReviewer, (), (id, name, roles, is_ended))

struct ScoringRoundWords {
    std::string title;
    std::vector<Criterion> criteria;
    std::vector<std::string> reviewers; // members::PersonId texts
    std::string closes_on;              // the last day; it begins when it is opened
    // How far apart the highest and the lowest score of a suggestion are, in points of 100, so
    // that the results call it divided.
    std::int64_t divided_from{};

    bool operator==(const ScoringRoundWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScoringRoundWords, (), (title, criteria, reviewers, closes_on, divided_from))

struct ScoringRound {
    RoundId id;
    CallId call_id;
    std::string title;
    std::vector<Criterion> criteria;
    std::vector<ScoringReviewer> reviewers;
    std::string closes_on;
    std::int64_t divided_from{};
    ScoringState state{};
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at;

    bool operator==(const ScoringRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScoringRound, (),
    (id, call_id, title, criteria, reviewers, closes_on, divided_from, state, version, created_at,
        created_by, created_by_name, updated_at))

// Refuses with scoring.invalid (422), naming each field that is wrong: /criteria
// scoring.no_criteria, /criteria/N/name scoring.named_twice, /reviewers scoring.named_twice,
// /closes_on period.not_a_day or scoring.over_already.
base::Result<void> acceptable(const ScoringRoundWords& words, std::string_view today);

// Of these roles those by which somebody may review: none for who sees the pool of suggestions and
// with it who proposed them (calls_policies.h), nor for the three administrators.
std::vector<std::string> reviewing_roles(base::Roles in_force);

const ScoringReviewer* reviewer_in(const ScoringRound& round, std::string_view person_id);
// Whether he still holds a role by which he was named, and none that shows him the proposers.
bool is_in_office(const ScoringReviewer& reviewer, base::Roles in_force);

// 回避: whoever proposed it, himself or through his body, or anything that was merged into it, is
// not asked. What is on paper names a person without an account: the same name is his.
struct Asked {
    std::string_view person_id;
    std::string_view name;
    const calls::Belongings& belongs_to;
};
bool recuses(const Asked& asked, const calls::Suggestion& suggestion,
    const std::vector<const calls::Suggestion*>& taken_in);

struct ScoringFacts {
    ScoringState state{};
    std::string_view closes_on{};
    std::string_view today{};
    bool is_in_office = true;
    bool is_in_round = true;
    bool is_in_selection = true; // the suggestion waits to be chosen still
    bool recuses = false;
};
// Whether somebody who is a reviewer may give scores now. Refuses with scoring.not_open (409),
// scoring.closed (409), scoring.window_over {day} (409), scoring.role_ended (403).
base::Result<void> may_review(const ScoringFacts& facts);
// The same about one suggestion: scoring.not_in_round (404), scoring.recused (403),
// scoring.out_of_selection (409).
base::Result<void> may_score(const ScoringFacts& facts);

// One score for each criterion, in their order. Refuses with scoring.incomplete (422, /scores), or
// scoring.out_of_scale {most} (422), naming each: /scores/0 …
base::Result<void> on_scale(
    const std::vector<Criterion>& criteria, std::span<const std::int64_t> scores);

} // namespace xieshang::scoring
