// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An opinion 意见 on a draft that was sent out, and the office's answer 采纳情况. Types and rules;
// pure. It may be said otherwise until the last day, and every version stays; no change or
// objection is left without an answer, and none is declined without its reason.
#pragma once

#include "features/draft_opinions/opinion_request.h"

namespace xieshang::draft_opinions {

using DraftOpinionId = base::Id<struct DraftOpinionTag>;

enum class OpinionKind : std::uint8_t {
    agree,  // 同意
    change, // 修改
    object, // 异议
    none,   // 无意见: of the whole text, without words; a reply, too
};
BOOST_DESCRIBE_ENUM(OpinionKind, agree, change, object, none)

struct OpinionWords {
    std::string part; // FrozenPart::key; empty: the whole text
    OpinionKind kind{};
    std::string text;     // what is said of it
    std::string proposed; // what it should say instead

    bool operator==(const OpinionWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpinionWords, (), (part, kind, text, proposed))

enum class OpinionChannel : std::uint8_t {
    own,   // 本人提交: by whoever may answer for the recipient
    paper, // 纸质代录: the office entered what came on paper, under both names
};
BOOST_DESCRIBE_ENUM(OpinionChannel, own, paper)

enum class OpinionVerdict : std::uint8_t {
    adopted,   // 采纳
    partly,    // 部分采纳
    explained, // 未采纳, 作说明
};
BOOST_DESCRIBE_ENUM(OpinionVerdict, adopted, partly, explained)

struct AnswerWords {
    OpinionVerdict verdict{};
    std::string reason;
    std::string wording; // what the text will say

    bool operator==(const AnswerWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnswerWords, (), (verdict, reason, wording))

struct DraftOpinion {
    DraftOpinionId id;
    RequestId request_id;
    RecipientId recipient_id; // whose it is
    OpinionWords words;
    OpinionChannel channel{};
    std::string by_id; // who wrote it last
    std::string by_name;
    std::optional<std::string> paper_day{};  // the date on the paper
    std::optional<OpinionVerdict> verdict{}; // none: not answered yet
    std::int64_t version{};
    base::Instant said_at;
    base::Instant updated_at;

    bool operator==(const DraftOpinion&) const = default;
};
BOOST_DESCRIBE_STRUCT(DraftOpinion, (),
    (id, request_id, recipient_id, words, channel, by_id, by_name, paper_day, verdict, version,
        said_at, updated_at))

// Whether that is an opinion on this text. Refuses with draft_opinion.invalid (422), naming /part
// draft_opinion.no_such_part or draft_opinion.none_is_whole, /proposed draft_opinion.no_words (of
// a change that says nothing) or draft_opinion.same_words, /text draft_opinion.no_words (of an
// objection), /kind draft_opinion.none_has_words.
base::Result<void> acceptable(const OpinionWords& words, const std::vector<FrozenPart>& text);

// Whether it stands beside what the same recipient said already. Refuses with
// draft_opinion.said_already, draft_opinion.said_none or draft_opinion.has_others (409): those are
// said otherwise, not said again. `others`: without the one that is said otherwise.
base::Result<void> fits_beside(const OpinionWords& words, const std::vector<DraftOpinion>& others);

// Refuses with draft_opinion.over {day} (409).
base::Result<void> may_say(const OpinionRequest& request, std::string_view today);

// Of a paper that the office enters, by the day on the paper: it may reach the office after the
// last day. Refuses with draft_opinion.request_answered (409); with draft_opinion.invalid (422),
// naming /paper_day period.not_a_day, draft_opinion.day_to_come, draft_opinion.before_sending {day}
// or draft_opinion.over {day}.
base::Result<void> may_enter_paper(
    const OpinionRequest& request, const std::string& paper_day, std::string_view today);

// Refuses with draft_opinion.answered_already (409); what somebody said himself with those of
// may_say(), the office's correction of what it typed with draft_opinion.request_answered (409).
base::Result<void> may_rewrite(const OpinionRequest& request, const DraftOpinion& opinion,
    bool is_own, std::string_view today);

// Whether the office may answer it now: refuses with draft_opinion.still_open {day},
// draft_opinion.request_answered or draft_opinion.nothing_to_answer (409).
base::Result<void> may_answer(
    const OpinionRequest& request, const DraftOpinion& opinion, std::string_view today);

// Refuses with draft_opinion.no_reason (422, /reason) what is not adopted whole without a reason.
base::Result<void> acceptable(const AnswerWords& answer);

// Whether it waits for an answer: a change or an objection, or whatever has words.
bool needs_answer(const OpinionWords& words);
std::vector<DraftOpinion> unanswered(const std::vector<DraftOpinion>& opinions);

// Refuses with draft_opinion.stale (412), naming each field that differs between what was asked and
// what is kept.
base::Result<void> same_version(
    const DraftOpinion& kept, std::int64_t version_seen, const OpinionWords& asked);

} // namespace xieshang::draft_opinions
