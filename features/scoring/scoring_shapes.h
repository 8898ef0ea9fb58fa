// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes of scoring rounds, and the limits of it. Pure.
#pragma once

#include "features/scoring/scoring_workflow.h"
#include "platform/json/rules.h"

namespace xieshang::scoring {

struct NewRound { // criteria are those of the settings until they are changed
    CallId call_id;
    std::string title;
    std::string closes_on;
};
BOOST_DESCRIBE_STRUCT(NewRound, (), (call_id, title, closes_on))

struct ScoringStepRequest {
    ScoringRoundAction action{};
    std::string reason;
    std::optional<std::string> closes_on; // of extend: the new last day
};
BOOST_DESCRIBE_STRUCT(ScoringStepRequest, (), (action, reason, closes_on))

struct ScoresRequest {
    SuggestionId suggestion_id;
    std::vector<std::int64_t> scores; // in the order of the criteria
};
BOOST_DESCRIBE_STRUCT(ScoresRequest, (), (suggestion_id, scores))

struct CommentRequest {
    SuggestionId suggestion_id;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(CommentRequest, (), (suggestion_id, words))

enum class ResultOrder : std::uint8_t {
    best,    // the highest mean first
    apart,   // the greatest spread first
    fewest,  // the fewest reviewers first
    as_made, // as they were handed in
};
BOOST_DESCRIBE_ENUM(ResultOrder, best, apart, fewest, as_made)

enum class ResultPart : std::uint8_t {
    divided,  // where the reviewers are far apart
    unscored, // that nobody has scored
};
BOOST_DESCRIBE_ENUM(ResultPart, divided, unscored)

struct ResultFilter {
    std::optional<calls::TopicField> field{};
    std::optional<ResultPart> only{};
    std::optional<std::string> q{}; // of the title
    std::optional<ResultOrder> sort{};
};
BOOST_DESCRIBE_STRUCT(ResultFilter, (), (field, only, q, sort))

struct NamesAsk {
    std::optional<SuggestionId> suggestion{};
};
BOOST_DESCRIBE_STRUCT(NamesAsk, (), (suggestion))

struct ReviewerAsk {
    std::optional<std::string> q{}; // of the name or the login
};
BOOST_DESCRIBE_STRUCT(ReviewerAsk, (), (q))

} // namespace xieshang::scoring

namespace xieshang::json {

template <>
inline constexpr auto rules<scoring::Criterion> = std::to_array<Rule>({
    {.member = "name", .least = 1, .most = 40},
    {.member = "weight", .least = 1, .most = 100},
    {.member = "most", .least = 2, .most = 10},
});

template <>
inline constexpr auto rules<scoring::ScoringRoundWords> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 100},
    {.member = "criteria", .least = 0, .most = 12},
    {.member = "reviewers", .least = 0, .most = 60, .item_most = 36},
    {.member = "closes_on", .least = 0, .most = 10},
    {.member = "divided_from", .least = 1, .most = 100},
});

template <>
inline constexpr auto rules<scoring::NewRound> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 100},
    {.member = "closes_on", .least = 0, .most = 10},
});

template <>
inline constexpr auto rules<scoring::ScoringStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "closes_on", .least = 0, .most = 10},
});

template <>
inline constexpr auto rules<scoring::ScoresRequest> = std::to_array<Rule>({
    {.member = "scores", .least = 0, .most = 12},
});

template <>
inline constexpr auto rules<scoring::CommentRequest> = std::to_array<Rule>({
    {.member = "words", .least = 1, .most = 2000},
});

template <>
inline constexpr auto rules<scoring::ResultFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<scoring::ReviewerAsk> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 64},
});

} // namespace xieshang::json
