// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees calls for topics and suggestions, and who does what with them. The views of a suggestion
// (its state here is what its proposer is told, suggestion.h):
//   all     everything: the office, the special committees and the secretary-general, who screen
//   own     everything but the reviewers' comments and what stands beside it: whoever suggested it,
//           or acts for the body that did; also when the membership is over
//   answer  its title, from which constituency, and what became of it with the reason: everybody,
//           of those that were screened or later. Not by whom. What was not taken or withdrawn is
//           nobody's but its proposer's and the reviewers'. What it was merged into is named where
//           that is seen itself, and always to its proposer: that one's answer is his
//           (target_actions.h)
// A call that is not published yet is the reviewers' alone. Everybody may hand in; which calls ask
// him, the rule says (topic_call.h). The public's form is open to whoever has its code; beside it
// he reads, while he writes, the title and the answer of what is everybody's and came in under a
// call that asked the public (similar_actions.h).
#pragma once

#include "features/members/policies.h"

namespace xieshang::calls::policies {

using members::Role;
using members::those;

inline constexpr base::Who office = those({Role::office});
inline constexpr base::Who reviewers =
    those({Role::office, Role::special_committee, Role::secretary_general});

inline constexpr base::Memberships any_membership{base::Membership::none, base::Membership::active,
    base::Membership::invited, base::Membership::suspended, base::Membership::former};

inline constexpr base::Policy see_calls({
    {.who = reviewers, .view = "all"},
    {.who = members::everybody, .states = {"open", "closed"}, .view = "published"},
});
inline constexpr base::Policy keep_calls = members::office;

inline constexpr base::Policy see_pool = reviewers;
inline constexpr base::PolicyRow proposer{.who = members::everybody,
    .relations = {base::Relation::own},
    .memberships = any_membership,
    .view = "own"};
inline constexpr base::PolicyRow everybodys{.who = members::everybody,
    .states = {"screened", "taken", "merged", "reserved", "passed_on"},
    .view = "answer"};
inline constexpr base::Policy see_suggestion({
    {.who = reviewers, .view = "all"},
    proposer,
    everybodys,
});
inline constexpr base::Policy see_own(
    {{.who = members::everybody, .memberships = any_membership, .view = "own"}});
// Lists of many, of which each shows what he sees of it by see_calls or see_suggestion.
inline constexpr base::Policy list_calls = members::readers;
inline constexpr base::Policy see_answers = members::readers;
inline constexpr base::Policy find_similar = members::readers;

inline constexpr base::Policy suggest = members::readers;
inline constexpr base::Policy enter_papers = members::office;
// The office corrects what it typed from paper; his own words each corrects himself.
inline constexpr base::Policy edit_suggestion({
    {.who = office, .view = "all"},
    {.who = members::everybody, .relations = {base::Relation::own}, .view = "own"},
});
// Which step each of them may take is said by topic_workflow.cc.
inline constexpr base::Policy take_step({
    {.who = reviewers, .view = "all"},
    proposer,
});
inline constexpr base::Policy comment = reviewers;
inline constexpr base::Policy ask_merge = members::office;
inline constexpr base::Policy answer_merge({
    {.who = office, .view = "all"},
    proposer,
});
inline constexpr base::Policy look_at_contact = members::office;

} // namespace xieshang::calls::policies
