// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees requests for opinions and the opinions, and who does what with them. The views:
//   all  everything: the office, which answers, and the secretary-general
//   own  the text that was sent, and what this recipient himself, or the body that he acts for,
//        said and was answered; also when the membership is over. Nobody else's opinion
// Whoever is not asked does not learn that others were.
#pragma once

#include "features/members/policies.h"

namespace xieshang::draft_opinions::policies {

using members::Role;
using members::those;

inline constexpr base::Who office = those({Role::office});
inline constexpr base::Who overseers = those({Role::office, Role::secretary_general});

inline constexpr base::Memberships any_membership{base::Membership::none, base::Membership::active,
    base::Membership::invited, base::Membership::suspended, base::Membership::former};

inline constexpr base::Policy see_request({
    {.who = overseers, .view = "all"},
    {.who = members::everybody,
        .relations = {base::Relation::own},
        .memberships = any_membership,
        .view = "own"},
});
// A list of many, of which each shows what he sees of it by see_request.
inline constexpr base::Policy list_requests(
    {{.who = members::everybody, .memberships = any_membership, .view = "own"}});
inline constexpr base::Policy send_draft = members::office;
inline constexpr base::Policy take_step = members::office;
inline constexpr base::Policy say_opinion(
    {{.who = members::everybody, .relations = {base::Relation::own}, .view = "own"}});
inline constexpr base::Policy enter_papers = members::office;
// The office corrects what it typed from paper; his own words each corrects himself.
inline constexpr base::Policy rewrite_opinion({
    {.who = office, .view = "all"},
    {.who = members::everybody, .relations = {base::Relation::own}, .view = "own"},
});
inline constexpr base::Policy answer_opinion = members::office;
inline constexpr base::Policy export_opinions = overseers;

} // namespace xieshang::draft_opinions::policies
