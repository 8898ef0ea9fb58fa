// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What differs between assemblies: dates, notice periods, quorum, limits. Data with defaults, never
// constants (ADR 0003). Each struct is a table [assembly.<name>] of xieshang.toml. An unknown key
// or a value that does not fit is refused with its line. The subjects that follow take their struct
// from here. Pure.
#pragma once

#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <toml++/toml.h>

namespace xieshang::app {

struct MonthDay { // "09-01"
    std::string text;
};
struct TimeOfDay { // "12:00"
    std::string text;
};
struct Span { // "15d" calendar days 日, "10wd" working days 工作日, "3mo" months 个月
    std::string text;
};
struct Fraction { // "2/3", more than 0 and at most 1
    std::string text;
};

struct PlanYear { // 章程第4条；中办 2015 第5条; the autumn before the plan's year, then that year
    MonthDay topic_call_open{"09-01"};
    MonthDay topic_call_close{"11-20"};
    MonthDay draft_due{"12-15"};
    MonthDay chair_review_due{"01-31"};
    MonthDay party_approve_due{"03-31"};
};
BOOST_DESCRIBE_STRUCT(PlanYear, (),
    (topic_call_open, topic_call_close, draft_due, chair_review_due, party_approve_due))

struct NoticePeriod { // before the meeting
    Span standing_committee{"15d"};
    Span thematic{"10wd"};
    Span thematic_least{"3d"};
    Span chairpersons{"3d"};
    Span room{"3d"};
    Span papers{"10wd"};
};
BOOST_DESCRIBE_STRUCT(
    NoticePeriod, (), (standing_committee, thematic, thematic_least, chairpersons, room, papers))

struct SpeechRules { // 五(三) 双向互动的发言遴选; spans before the meeting
    Span due{"5d"};
    Span selection_fixed{"3d"};
    Span roster_due{"1d"};
    TimeOfDay roster_due_at{"12:00"};
    Span leave_due{"1d"};
    std::int64_t booked{5};
    std::int64_t booked_minutes{8};
    std::int64_t impromptu_minutes{5};
    std::int64_t reply_minutes{5};
};
BOOST_DESCRIBE_STRUCT(SpeechRules, (),
    (due, selection_fixed, roster_due, roster_due_at, leave_due, booked, booked_minutes,
        impromptu_minutes, reply_minutes))

struct Quorum {
    Fraction present{"2/3"};   // of all members, at least
    Fraction in_favour{"1/2"}; // of all members, more than
};
BOOST_DESCRIBE_STRUCT(Quorum, (), (present, in_favour))

struct OutcomeRules { // 五(四) 成果报送、意见采纳、情况反馈; after the meeting or the submission
    Span minutes{"7wd"};
    Span brief{"3d"};
    Span feedback{"90d"};
    Span instruction_feedback{"30d"};
};
BOOST_DESCRIBE_STRUCT(OutcomeRules, (), (minutes, brief, feedback, instruction_feedback))

struct ProposalRules {
    Span hand_back{"10d"};
    Span reassign{"7d"};
    Span co_opinion{"30d"};
    Span reply_at_plenary{"5mo"};
    Span reply_otherwise{"3mo"};
    Span extension{"1mo"};
    Span reply_most{"6mo"};
    Span rating{"7d"};
    Span redo{"30d"};
    std::int64_t escalate_after_rounds{2};
    std::int64_t key_permille_least{15}; // 重点提案, of the filed ones
    std::int64_t key_permille_most{50};
    std::int64_t key_collective_percent_least{30};
};
BOOST_DESCRIBE_STRUCT(ProposalRules, (),
    (hand_back, reassign, co_opinion, reply_at_plenary, reply_otherwise, extension, reply_most,
        rating, redo, escalate_after_rounds, key_permille_least, key_permille_most,
        key_collective_percent_least))

struct SentimentRules {
    std::int64_t most_characters{1500};
};
BOOST_DESCRIBE_STRUCT(SentimentRules, (), (most_characters))

struct Assembly {
    PlanYear plan_year;
    NoticePeriod notice;
    SpeechRules speech;
    Quorum quorum;
    OutcomeRules outcome;
    ProposalRules proposal;
    SentimentRules sentiment;
};
BOOST_DESCRIBE_STRUCT(
    Assembly, (), (plan_year, notice, speech, quorum, outcome, proposal, sentiment))

// Refusals: config.unknown_key, config.wrong_type {key, line}.
base::Result<Assembly> read_assembly(const toml::node& table);

// As read_assembly() reads it again: [assembly.plan_year] …
std::string shown(const Assembly& assembly);

} // namespace xieshang::app
