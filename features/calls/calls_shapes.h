// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes of calls and suggestions, and the limits of it. Pure.
#pragma once

#include "features/calls/merging.h"
#include "features/calls/suggestion_search.h"
#include "features/calls/topic_call_workflow.h"
#include "features/people/registered_person.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::calls {

struct CallStepRequest {
    TopicCallAction action{};
    std::string reason;
    std::optional<std::string> closes_on; // of extend: the new last day
};
BOOST_DESCRIBE_STRUCT(CallStepRequest, (), (action, reason, closes_on))

struct NewSuggestion : SuggestionWords {
    std::optional<Constituency> constituency; // as which of his; nothing: the first that is asked
    std::optional<people::OrganisationId> body_id{}; // for which body, where he acts for several
};
BOOST_DESCRIBE_STRUCT(NewSuggestion, (SuggestionWords), (constituency, body_id))

struct PaperSuggestion : SuggestionWords { // what staff type from paper
    Constituency constituency{};
    std::string for_name; // who suggested it, a person or
    std::string for_body; // a body; one of the two stands there, or is named by its id
    std::string paper_day;
    // Of the register, whose names are taken then.
    std::optional<people::PersonId> for_id{};
    std::optional<people::OrganisationId> body_id{};
};
BOOST_DESCRIBE_STRUCT(PaperSuggestion, (SuggestionWords),
    (constituency, for_name, for_body, paper_day, for_id, body_id))

struct PublicSuggestion {
    std::string title;
    std::string problem;
    std::string reason;
    std::optional<TopicField> field;
    std::string name;
    std::string contact; // a telephone, as it was typed; sealed
};
BOOST_DESCRIBE_STRUCT(PublicSuggestion, (), (title, problem, reason, field, name, contact))

struct PublicSimilarAsk {
    std::string text; // as far as it is typed: the title in the first line, then the problem
};
BOOST_DESCRIBE_STRUCT(PublicSimilarAsk, (), (text))

struct SuggestionStepRequest {
    TopicAction action{};
    std::string reason;
    std::optional<std::string> passed_to; // of pass_on: the channel
};
BOOST_DESCRIBE_STRUCT(SuggestionStepRequest, (), (action, reason, passed_to))

struct NewComment {
    std::string words;
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (words))

struct MergeRequest {
    SuggestionId target_id;
    std::string reason; // what both proposers read
};
BOOST_DESCRIBE_STRUCT(MergeRequest, (), (target_id, reason))

struct ConsentRequest {
    bool agrees{};
    std::string words;
    std::optional<MergeSide> side; // of whom the office asked
};
BOOST_DESCRIBE_STRUCT(ConsentRequest, (), (agrees, words, side))

struct ContactReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ContactReason, (), (reason))

struct SuggestionFilter {
    std::optional<CallId> call{};
    std::optional<TopicState> state{};
    std::optional<Constituency> constituency{};
    std::optional<TopicField> field{};
    std::optional<std::string> q{}; // of the title, problem, reason, what it serves or a name
    std::optional<SuggestionOrder> sort{};
};
BOOST_DESCRIBE_STRUCT(SuggestionFilter, (), (call, state, constituency, field, q, sort))

struct SimilarAsk {
    // As far as they are typed: the title in the first line, then the problem.
    std::optional<std::string> text{};
    std::optional<SuggestionId> but{}; // not this one
};
BOOST_DESCRIBE_STRUCT(SimilarAsk, (), (text, but))

} // namespace xieshang::calls

namespace xieshang::json {

inline constexpr std::int64_t most_suggestion_words = 20'000;

inline constexpr auto suggestion_rules = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 100},
    {.member = "problem", .least = 1, .most = most_suggestion_words},
    {.member = "reason", .least = 1, .most = most_suggestion_words},
    {.member = "departments", .least = 0, .most = 10, .item_most = 100},
    {.member = "serves", .least = 0, .most = 300},
});

template <>
inline constexpr auto rules<calls::SuggestionWords> = suggestion_rules;

template <>
inline constexpr auto rules<calls::NewSuggestion> = suggestion_rules;

template <>
inline constexpr auto rules<calls::PaperSuggestion> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 100},
    {.member = "problem", .least = 1, .most = most_suggestion_words},
    {.member = "reason", .least = 1, .most = most_suggestion_words},
    {.member = "departments", .least = 0, .most = 10, .item_most = 100},
    {.member = "serves", .least = 0, .most = 300},
    {.member = "for_name", .least = 0, .most = 64},
    {.member = "for_body", .least = 0, .most = 100},
    {.member = "paper_day", .least = 0, .most = 10, .description = "As on the paper: 2026-10-08"},
});

template <>
inline constexpr auto rules<calls::PublicSuggestion> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 100},
    {.member = "problem", .least = 1, .most = most_suggestion_words},
    {.member = "reason", .least = 0, .most = most_suggestion_words},
    {.member = "name", .least = 1, .most = 64},
    {.member = "contact", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<calls::PublicSimilarAsk> = std::to_array<Rule>({
    {.member = "text", .least = 4, .most = 300},
});

template <>
inline constexpr auto rules<calls::CallWords> = std::to_array<Rule>({
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "title", .least = 1, .most = 200},
    {.member = "guidance", .least = 0, .most = 5000},
    {.member = "constituencies", .least = 0, .most = 6},
    {.member = "opens_on", .least = 0, .most = 10},
    {.member = "closes_on", .least = 0, .most = 10},
    {.member = "most_suggestions", .least = 1, .most = 1000},
    {.member = "most_characters", .least = 50, .most = most_suggestion_words},
});

template <>
inline constexpr auto rules<calls::CallStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "closes_on", .least = 0, .most = 10},
});

template <>
inline constexpr auto rules<calls::SuggestionStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 2000, .blank_allowed = true},
    {.member = "passed_to", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<calls::NewComment> = std::to_array<Rule>({
    {.member = "words", .least = 1, .most = 2000},
});

template <>
inline constexpr auto rules<calls::MergeRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 1000},
});

template <>
inline constexpr auto rules<calls::ConsentRequest> = std::to_array<Rule>({
    {.member = "words", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<calls::ContactReason> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 200},
});

template <>
inline constexpr auto rules<calls::SuggestionFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<calls::SimilarAsk> = std::to_array<Rule>({
    {.member = "text", .least = 0, .most = 500},
});

} // namespace xieshang::json
