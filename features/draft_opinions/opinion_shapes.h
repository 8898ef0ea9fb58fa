// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes of requests for opinions and of opinions, and the limits of it. Pure.
#pragma once

#include "features/draft_opinions/draft_opinion.h"
#include "features/draft_opinions/request_workflow.h"
#include "platform/json/rules.h"

namespace xieshang::draft_opinions {

struct RecipientChoice {
    RecipientKind kind{};
    std::string id; // of the register: an organisation or a person
};
BOOST_DESCRIBE_STRUCT(RecipientChoice, (), (kind, id))

struct NewOpinionRequest {
    std::string note;
    std::string closes_on;
    std::vector<RecipientChoice> recipients;
};
BOOST_DESCRIBE_STRUCT(NewOpinionRequest, (), (note, closes_on, recipients))

struct RequestStepRequest {
    OpinionRequestAction action{};
    std::string reason;
    std::optional<std::string> closes_on;                     // of extend: the new last day
    std::optional<std::vector<RecipientChoice>> recipients{}; // of add: whom it goes to, too
};
BOOST_DESCRIBE_STRUCT(RequestStepRequest, (), (action, reason, closes_on, recipients))

struct NewDraftOpinion : OpinionWords {
    std::optional<RecipientId> recipient_id; // as which of his; nothing: his only one
};
BOOST_DESCRIBE_STRUCT(NewDraftOpinion, (OpinionWords), (recipient_id))

struct PaperOpinion : OpinionWords { // what the office types from paper
    RecipientId recipient_id;
    std::string paper_day;
};
BOOST_DESCRIBE_STRUCT(PaperOpinion, (OpinionWords), (recipient_id, paper_day))

struct OpinionRequestFilter {
    std::optional<plan::PlanId> plan{};
};
BOOST_DESCRIBE_STRUCT(OpinionRequestFilter, (), (plan))

} // namespace xieshang::draft_opinions

namespace xieshang::json {

inline constexpr std::int64_t most_opinion_words = 20'000;
inline constexpr std::int64_t most_part_key = 60;

inline constexpr auto opinion_rules = std::to_array<Rule>({
    {.member = "part", .least = 0, .most = most_part_key, .description = "Empty: the whole text"},
    {.member = "text", .least = 0, .most = most_opinion_words, .blank_allowed = true},
    {.member = "proposed", .least = 0, .most = most_opinion_words, .blank_allowed = true},
});

template <>
inline constexpr auto rules<draft_opinions::OpinionWords> = opinion_rules;

template <>
inline constexpr auto rules<draft_opinions::NewDraftOpinion> = opinion_rules;

template <>
inline constexpr auto rules<draft_opinions::PaperOpinion> = std::to_array<Rule>({
    {.member = "part", .least = 0, .most = most_part_key, .description = "Empty: the whole text"},
    {.member = "text", .least = 0, .most = most_opinion_words, .blank_allowed = true},
    {.member = "proposed", .least = 0, .most = most_opinion_words, .blank_allowed = true},
    {.member = "paper_day", .least = 0, .most = 10, .description = "As on the paper: 2026-10-08"},
});

template <>
inline constexpr auto rules<draft_opinions::RecipientChoice> = std::to_array<Rule>({
    {.member = "id", .least = 1, .most = 40, .format = "uuid"},
});

template <>
inline constexpr auto rules<draft_opinions::NewOpinionRequest> = std::to_array<Rule>({
    {.member = "note", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "closes_on", .least = 0, .most = 10, .description = "The last day: 2026-10-20"},
    {.member = "recipients", .least = 0, .most = 1000},
});

template <>
inline constexpr auto rules<draft_opinions::RequestStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "closes_on", .least = 0, .most = 10},
    {.member = "recipients", .least = 0, .most = 1000},
});

template <>
inline constexpr auto rules<draft_opinions::AnswerWords> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "wording", .least = 0, .most = most_opinion_words, .blank_allowed = true},
});

} // namespace xieshang::json
