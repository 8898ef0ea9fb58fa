// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows to whoever has the code of a public's form, or of an answer. Pure.
#pragma once

#include "features/calls/calls_views.h"

namespace xieshang::calls {

struct PublicSimilar { // what everybody may see of a suggestion
    std::string title;
    SuggestionAnswer answer{};
};
BOOST_DESCRIBE_STRUCT(PublicSimilar, (), (title, answer))

struct PublicSimilarList {
    std::vector<PublicSimilar> items; // the likest first
};
BOOST_DESCRIBE_STRUCT(PublicSimilarList, (), (items))

struct PublicCall { // the public's form
    std::int64_t year{};
    std::string title;
    std::string guidance;
    std::string opens_on;
    std::string closes_on;
    std::int64_t most_characters{};
    CallPhase phase{};
    std::optional<std::string> cannot_suggest_because;
};
BOOST_DESCRIBE_STRUCT(PublicCall, (),
    (year, title, guidance, opens_on, closes_on, most_characters, phase, cannot_suggest_because))

struct PublicReceipt {
    std::string answer_code; // shown once; kept as a digest
    bool already_there{};
};
BOOST_DESCRIBE_STRUCT(PublicReceipt, (), (answer_code, already_there))

struct AnswerCode {
    std::string answer_code;
};
BOOST_DESCRIBE_STRUCT(AnswerCode, (), (answer_code))

struct PublicAnswer {
    std::string title;
    std::string problem;
    std::string reason;
    SuggestionAnswer answer{};
    std::string reply;
    std::string passed_to;
    std::optional<TargetAnswer> merged_into{};
    std::optional<TopicNews> topic{}; // that it became, once its plan is issued
    base::Instant suggested_at;
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(PublicAnswer, (),
    (title, problem, reason, answer, reply, passed_to, merged_into, topic, suggested_at,
        updated_at))

} // namespace xieshang::calls

namespace xieshang::json {

template <>
inline constexpr auto rules<calls::AnswerCode> = std::to_array<Rule>({
    {.member = "answer_code", .least = 1, .most = 40},
});

} // namespace xieshang::json
