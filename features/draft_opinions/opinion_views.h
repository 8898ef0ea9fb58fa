// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of requests for opinions and of opinions. Pure.
#pragma once

#include "features/draft_opinions/opinion_shapes.h"

namespace xieshang::draft_opinions {

struct OpinionProgress {
    std::int64_t recipients{};
    std::int64_t replied{}; // of them
    std::int64_t opinions{};
    std::int64_t unanswered{};
};
BOOST_DESCRIBE_STRUCT(OpinionProgress, (), (recipients, replied, opinions, unanswered))

struct OpinionRequestLine {
    RequestId id;
    std::string plan_id;
    std::string plan_title;
    RequestPhase phase{};
    std::string sent_on;
    std::string closes_on;
    bool is_mine{};                            // the caller is asked, or a body that he acts for
    bool has_replied{};                        // and said something for each that he is asked as
    std::optional<OpinionProgress> progress{}; // for whom sees all
};
BOOST_DESCRIBE_STRUCT(OpinionRequestLine, (),
    (id, plan_id, plan_title, phase, sent_on, closes_on, is_mine, has_replied, progress))

struct OpinionRequestList {
    std::vector<OpinionRequestLine> items;
    // Of the plan that was asked about: why the caller may not send it now; null: he may.
    std::optional<std::string> cannot_send_because{};
};
BOOST_DESCRIBE_STRUCT(OpinionRequestList, (), (items, cannot_send_because))

struct OpinionPartView : FrozenPart {
    std::optional<std::string> now; // what the plan says there today; null: it is not there
};
BOOST_DESCRIBE_STRUCT(OpinionPartView, (FrozenPart), (now))

struct OpinionRecipientView {
    RecipientId id;
    RecipientKind kind{};
    std::string subject_id; // OrganisationId or PersonId text
    std::string name;
    bool is_mine{};
    bool has_replied{};
};
BOOST_DESCRIBE_STRUCT(OpinionRecipientView, (), (id, kind, subject_id, name, is_mine, has_replied))

struct OpinionAnswerView : AnswerWords {
    std::string by_name;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(OpinionAnswerView, (AnswerWords), (by_name, at))

struct PastOpinion : OpinionWords { // words that stood there from this version on
    std::int64_t version{};
    base::Instant at;
    std::string by_name;
};
BOOST_DESCRIBE_STRUCT(PastOpinion, (OpinionWords), (version, at, by_name))

struct DraftOpinionView : OpinionWords {
    DraftOpinionId id;
    RecipientId recipient_id;
    std::string recipient;
    OpinionChannel channel{};
    std::string by_name; // who wrote it, for the recipient
    std::optional<std::string> paper_day;
    base::Instant said_at;
    base::Instant updated_at;
    std::vector<PastOpinion> past_words;    // the oldest first, the last are those that stand
    std::vector<OpinionAnswerView> answers; // likewise
    bool waits{};                           // for an answer
    std::optional<std::string> cannot_rewrite_because; // null: the caller may
    std::optional<std::string> cannot_answer_because;  // likewise
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(DraftOpinionView, (OpinionWords),
    (id, recipient_id, recipient, channel, by_name, paper_day, said_at, updated_at, past_words,
        answers, waits, cannot_rewrite_because, cannot_answer_because, version))

struct RequestOfferView {
    OpinionRequestAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(RequestOfferView, (), (action, refusal))

struct RequestStepView {
    base::Instant at;
    std::string by_name;
    OpinionRequestAction action{};
    std::string reason;
    std::string closes_on;
    std::int64_t version{};
    std::vector<std::string> added{}; // the names of those whom it went to by this step
};
BOOST_DESCRIBE_STRUCT(RequestStepView, (), (at, by_name, action, reason, closes_on, version, added))

struct OpinionRequestView {
    RequestId id;
    std::string plan_id;
    std::string plan_title;
    std::string note;
    RequestPhase phase{};
    RequestState state{};
    std::string sent_on;
    std::string closes_on;
    std::string sent_by_name;
    std::vector<OpinionPartView> text;             // as it stood when it was sent
    std::vector<FrozenPart> added;                 // what the plan says today beside it
    std::vector<OpinionRecipientView> recipients;  // all, or the caller's own
    std::vector<DraftOpinionView> opinions;        // likewise
    std::optional<std::string> cannot_say_because; // null: the caller may say something now
    std::optional<OpinionProgress> progress;
    std::vector<RequestOfferView> actions;
    std::vector<RequestStepView> steps; // for whom sees all
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(OpinionRequestView, (),
    (id, plan_id, plan_title, note, phase, state, sent_on, closes_on, sent_by_name, text, added,
        recipients, opinions, cannot_say_because, progress, actions, steps, version, updated_at))

struct SaidOpinion {
    DraftOpinionId id;
};
BOOST_DESCRIBE_STRUCT(SaidOpinion, (), (id))

} // namespace xieshang::draft_opinions
