// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A suggestion 议题建议: what somebody asks the committee to consult on, with where it came from.
// Its life is the topic's (topic_workflow.h): a suggestion is a topic that is not chosen yet. Types
// and rules; pure. Source: domain.md §1.2, §6.
#pragma once

#include "features/calls/topic_call.h"
#include "features/plan/topic_field.h"
#include "features/plan/topic_kind.h"
#include "features/topics/topic_workflow.h"
#include "platform/base/clock.h"
#include "platform/base/ids.h"

namespace xieshang::calls {

using SuggestionId = base::Id<struct SuggestionTag>;
using plan::TopicField;
using plan::TopicKind;
using topics::TopicAction;
using topics::TopicState;

struct SuggestionWords {
    std::string title;
    std::string problem; // what is wrong, or asked for
    std::string reason;  // why it should be consulted on
    std::optional<TopicKind> kind{};
    std::vector<std::string> departments{}; // who should answer for it
    std::optional<TopicField> field{};
    std::string serves{}; // the decision or priority of party and government: 服务中心大局

    bool operator==(const SuggestionWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    SuggestionWords, (), (title, problem, reason, kind, departments, field, serves))

// How it came in.
enum class SuggestionChannel : std::uint8_t {
    own,     // 本人提交
    paper,   // 纸质代录: staff entered it
    public_, // 群众表单: without an account
};
BOOST_DESCRIBE_ENUM(SuggestionChannel, own, paper, public_)

struct Suggestion {
    SuggestionId id;
    CallId call_id;
    SuggestionWords words;
    Constituency constituency{};
    SuggestionChannel channel{};
    std::string by_id{};    // who entered it; empty: the public's form
    std::string by_name{};  // as the name was
    std::string for_name{}; // on paper: who suggested it
    std::string for_id{};   // of that person: PersonId text, where the register knows him
    std::string body_id{};  // OrganisationId text, where the register knows the body
    std::string body_name{};
    std::optional<std::string> paper_day{};
    TopicState state{};
    std::optional<SuggestionId> merged_into{};
    std::string passed_to{}; // the channel that it was passed on to
    std::string answer{};    // the reason of the step that led here; what the proposer reads
    std::int64_t version{};
    base::Instant suggested_at;
    base::Instant updated_at;

    bool operator==(const Suggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (),
    (id, call_id, words, constituency, channel, by_id, by_name, for_name, for_id, body_id,
        body_name, paper_day, state, merged_into, passed_to, answer, version, suggested_at,
        updated_at))

// Whose it is, as all are called who read of it.
std::string proposer_of(const Suggestion& suggestion);

// Whether two sets of words say the same: white space apart, the same title, problem and reason.
bool say_the_same(const SuggestionWords& one, const SuggestionWords& other);

// The one of them that says the same as these words.
std::optional<Suggestion> same_among(
    const std::vector<Suggestion>& suggestions, const SuggestionWords& words);

// Whether it is his: he handed it in himself, or on paper and the register knows him; or it is of a
// body that he acts for today.
bool is_own(const Suggestion& suggestion, std::string_view actor_id, const Belongings& belongs_to);

// What the proposer is told.
enum class SuggestionAnswer : std::uint8_t {
    waiting,   // 待审查
    screened,  // 已通过初筛, 参加遴选
    taken,     // 已采纳
    merged,    // 已并入
    reserved,  // 列入备选
    passed_on, // 已转其他渠道
    not_taken, // 未采纳
    withdrawn, // 已撤回
};
BOOST_DESCRIBE_ENUM(
    SuggestionAnswer, waiting, screened, taken, merged, reserved, passed_on, not_taken, withdrawn)
SuggestionAnswer answer_of(TopicState state);

// The steps that are taken on a suggestion; the others of a topic's life are its plan's and the
// shortlist's.
bool is_step_of_suggestion(TopicAction action);

// Whether another may still be merged into it: refuses with suggestion.not_a_target (422,
// /target_id), and with suggestion.merged_into_itself.
base::Result<void> may_take_in(const Suggestion& target, const Suggestion& merged);

// Whether it is offered as a target: one that another year's plan took is past, though it may still
// take others in.
bool is_target_for(const Suggestion& merged, const Suggestion& target, bool of_same_year);

// Whether its proposer may still take it back: not while it holds another's, which would be lost
// with it. Refuses with suggestion.holds_others (409).
base::Result<void> may_withdraw(const std::vector<Suggestion>& merged_into_it);

// Whether it may be taken off the short list by itself: what became a topic leaves with that.
// Refuses with suggestion.is_topic (409).
base::Result<void> may_unlist(bool is_topic);

// Its words may be changed by whom it is while nobody has screened it: refuses with
// suggestion.screened_already (409).
base::Result<void> editable(const Suggestion& suggestion);

// Refuses with suggestion.stale (412), naming each field that differs between what was asked and
// what is kept.
base::Result<void> same_version(
    const Suggestion& kept, std::int64_t version_seen, const SuggestionWords& asked);

} // namespace xieshang::calls
