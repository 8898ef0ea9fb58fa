// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Opinions asked for on a draft 征求意见: which text, of whom, until when. Types and rules; pure.
// Days are legal days (period.h); one may say something on the last day, too. Source: the plan's
// preface (广泛征求意见, 充分沟通协调); issue "The plan's life".
#pragma once

#include "features/draft_opinions/frozen_text.h"
#include "features/people/period.h"
#include "platform/base/actor.h"

namespace xieshang::draft_opinions {

using RequestId = base::Id<struct OpinionRequestTag>;
using RecipientId = base::Id<struct OpinionRecipientTag>;

enum class RequestState : std::uint8_t {
    sent,     // 已发出; whether one may still say something its last day says
    closed,   // 已截止: the office answers
    answered, // 已答复: every opinion has its answer
};
BOOST_DESCRIBE_ENUM(RequestState, sent, closed, answered)

enum class RequestPhase : std::uint8_t {
    running,  // one may say something today
    over,     // the last day has passed, or it was closed early
    answered, // 已答复
};
BOOST_DESCRIBE_ENUM(RequestPhase, running, over, answered)

enum class RecipientKind : std::uint8_t {
    body,   // 单位: whoever acts for it may answer
    person, // 个人
};
BOOST_DESCRIBE_ENUM(RecipientKind, body, person)

struct Recipient {
    RecipientId id;
    RecipientKind kind{};
    std::string subject_id; // OrganisationId or PersonId text
    std::string name;       // as it was called when the text was sent

    bool operator==(const Recipient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (id, kind, subject_id, name))

struct OpinionRequest {
    RequestId id;
    std::string plan_id; // PlanId text
    std::int64_t plan_version{};
    std::string plan_title;
    std::string note;      // 征求意见的说明
    std::string sent_on;   // the first day
    std::string closes_on; // the last day
    RequestState state{};
    std::int64_t version{};
    base::Instant sent_at;
    std::string sent_by;
    std::string sent_by_name;
    base::Instant updated_at;

    bool operator==(const OpinionRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpinionRequest, (),
    (id, plan_id, plan_version, plan_title, note, sent_on, closes_on, state, version, sent_at,
        sent_by, sent_by_name, updated_at))

RequestPhase phase_of(const OpinionRequest& request, std::string_view today);

// Opinions are asked for on a draft alone. Refuses (409) with opinion_request.not_a_draft: a plan
// that is reviewed is not changed by opinions, it is sent back first; and with what holds before
// and after: opinion_request.still_collecting, opinion_request.is_issued,
// opinion_request.is_discarded.
base::Result<void> takes_opinions(plan::PlanState plan);

// What is about to be sent.
struct Sending {
    plan::PlanState plan_state{};
    std::string closes_on{};
    std::string today{};
    std::vector<std::string> recipients{}; // kind and subject of each
    bool has_text = false;
    std::vector<std::string> there{}; // likewise, of a draft that was sent: whom it went to already
};
// Refuses with those of takes_opinions(); opinion_request.invalid (422) names /closes_on
// period.not_a_day or opinion_request.day_is_over, /recipients opinion_request.nobody or
// opinion_request.twice, /recipients/N opinion_request.there_already; opinion_request.no_text
// (422). Whom it goes to later is held against the same rules.
base::Result<void> may_send(const Sending& sending);

// Whether he may answer for that recipient: it is himself, or a body that he acts for today.
bool answers_for(const base::Actor& actor, const Recipient& recipient);

// Of those that the request went to, his own, in their order.
std::vector<Recipient> own_of(const base::Actor& actor, const std::vector<Recipient>& recipients);

} // namespace xieshang::draft_opinions
