// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A call for topics 议题征集: whom the committee asks, for what, from which day to which. Types and
// rules; pure. Days are legal days (period.h), both ends belong to the window. Source: domain.md
// §1.2; plan, 二: 广泛征集议题, 小切口、大视野.
#pragma once

#include "features/members/role.h"
#include "features/people/organisation.h"
#include "features/people/period.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::calls {

using CallId = base::Id<struct TopicCallTag>;

enum class CallState : std::uint8_t {
    draft,  // 草稿: the office's, nobody is asked yet
    open,   // 已发布; whether one may suggest today its window says
    closed, // 已截止
};
BOOST_DESCRIBE_ENUM(CallState, draft, open, closed)

// Whom a call asks, each apart.
enum class Constituency : std::uint8_t {
    departments,        // 党政部门
    parties_and_groups, // 党派团体
    sectors,            // 界别
    members,            // 委员
    sub_districts,      // 街道政协工委
    public_,            // 群众
};
BOOST_DESCRIBE_ENUM(
    Constituency, departments, parties_and_groups, sectors, members, sub_districts, public_)

struct CallWords {
    std::int64_t year{}; // of the plan that the topics are for
    std::string title;
    std::string guidance; // what is asked for
    std::vector<Constituency> constituencies;
    std::string opens_on;
    std::string closes_on;           // the last day
    std::int64_t most_suggestions{}; // of one person, or of one body; never of the public
    std::int64_t most_characters{};  // of the problem, and of the reason

    bool operator==(const CallWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallWords, (),
    (year, title, guidance, constituencies, opens_on, closes_on, most_suggestions, most_characters))

struct TopicCall {
    CallId id;
    CallWords words;
    CallState state{};
    std::string code; // of the public's form; empty: the public is not asked
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at;

    bool operator==(const TopicCall&) const = default;
};
BOOST_DESCRIBE_STRUCT(TopicCall, (),
    (id, words, state, code, version, created_at, created_by, created_by_name, updated_at))

bool asks(const CallWords& words, Constituency constituency);

// Refuses with topic_call.invalid (422), naming each field that is wrong: /constituencies
// topic_call.nobody_asked or topic_call.asked_twice, /opens_on and /closes_on period.not_a_day,
// /closes_on period.ends_before_it_begins.
base::Result<void> acceptable(const CallWords& words);

enum class CallPhase : std::uint8_t {
    draft,
    coming,  // the first day is still to come
    running, // one may suggest today
    over,    // the last day has passed, or it was closed early
};
BOOST_DESCRIBE_ENUM(CallPhase, draft, coming, running, over)

CallPhase phase_of(const TopicCall& call, std::string_view today);

// A body that somebody acts for today, of the register.
struct ActingBody {
    people::OrganisationId id;
    people::OrganisationKind kind{};
    std::string name;
};

// To which constituency somebody belongs, and the body of it that he acts for, where the register
// knows it.
struct Belonging {
    Constituency constituency{};
    std::string body_id{}; // OrganisationId text
    std::string body_name{};

    bool operator==(const Belonging&) const = default;
};
using Belongings = std::vector<Belonging>;

// By his roles and his bodies, the constituencies in their order, each body by itself. Every member
// has a sector and a group: for them speak the convenor and the sub-district alone. The office
// belongs to none: it enters what came on paper.
Belongings belongings_of(base::Roles roles, const std::vector<ActingBody>& bodies);

// Whether bodies of that kind speak for it, so that what is theirs is found by who acts for them.
bool bodies_speak_for(people::OrganisationKind kind, Constituency constituency);

// What somebody is about to hand in.
struct Handing {
    Belonging as{};
    std::string today{};
    std::int64_t handed_in = 0; // by him, or his body, under this call; withdrawn ones not
    std::int64_t problem_characters = 0;
    std::int64_t reason_characters = 0;
};

// As which of his he hands in: the one that he names, the body with it where there are several;
// else the first that the call asks. Refuses with topic_call.not_asked (422, /constituency).
struct NamedBelonging {
    std::optional<Constituency> constituency{};
    std::optional<people::OrganisationId> body_id{};
};
base::Result<Belonging> asked_as(
    const CallWords& words, const Belongings& belongs_to, const NamedBelonging& named);

// Whether he may hand it in today. Refuses with topic_call.not_open (409) where it is a draft,
// topic_call.not_begun {day} or topic_call.over {day} (409), topic_call.not_asked (422,
// /constituency), topic_call.too_many {most} (422); topic_call.too_long {most} (422) names /problem
// and /reason.
base::Result<void> may_suggest(const TopicCall& call, const Handing& handing);

// Whether what was handed in may still be reworded by its proposer: as long as one may hand in, so
// that nobody writes after the last day what others had to have written by then. An extended call
// opens it again. Refuses with topic_call.edits_over (409).
base::Result<void> may_reword(const TopicCall& call, std::string_view today);

// The lengths alone, of an edit.
base::Result<void> fits(
    const TopicCall& call, std::int64_t problem_characters, std::int64_t reason_characters);

// The same of a paper that staff enter, by the day on the paper: it may reach them after the last
// day. Refuses with topic_call.paper (422), naming /paper_day: period.not_a_day,
// topic_call.day_to_come, topic_call.paper_before or topic_call.paper_after {day}; /constituency
// topic_call.not_asked; and with the limits above.
struct PaperHanding {
    std::string paper_day{};
    std::string today{};
    Constituency as{};
    std::int64_t handed_in = 0; // by the same name and body
    std::int64_t problem_characters = 0;
    std::int64_t reason_characters = 0;
};
base::Result<void> may_enter_paper(const TopicCall& call, const PaperHanding& handing);

} // namespace xieshang::calls
