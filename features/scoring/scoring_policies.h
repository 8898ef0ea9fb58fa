// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees a scoring round (its state is the round's), and who does what with it. `own`: whoever is
// named a reviewer in it. The views:
//   all       the office: its words, its reviewers, who has scored how many; never who gave what
//   reviewer  whoever is named: what he is asked, and his own sheets and comments; nobody else's
//   results   what it came to, with no name beside a score: once it is closed
//   names     who gave what: the secretary-general, once it is closed
//   numbers   the same for the auditor, who sees no content: without titles
// What is not closed has no results for anybody.
#pragma once

#include "features/members/policies.h"

namespace xieshang::scoring::policies {

using members::Role;
using members::those;

inline constexpr base::Memberships any_membership{base::Membership::none, base::Membership::active,
    base::Membership::invited, base::Membership::suspended, base::Membership::former};
inline constexpr base::Who leaders =
    those({Role::secretary_general, Role::special_committee, Role::chairperson, Role::party_group});

// Also when the membership is over: he is told that, and what he gave stays his to read.
inline constexpr base::PolicyRow reviewer{.who = members::everybody,
    .relations = {base::Relation::own},
    .memberships = any_membership,
    .states = {"open", "closed"},
    .view = "reviewer"};

inline constexpr base::Policy keep_rounds = members::office;
inline constexpr base::Policy find_reviewers = members::office;
inline constexpr base::Policy see_round({
    {.who = those({Role::office}), .view = "all"},
    reviewer,
    {.who = leaders, .states = {"closed"}, .view = "results"},
});
// Of each he sees what see_round shows him.
inline constexpr base::Policy list_rounds(
    {{.who = members::everybody, .memberships = any_membership}});

inline constexpr base::Policy score({reviewer});

inline constexpr base::Policy see_results({
    {.who = those({Role::office}), .states = {"closed"}, .view = "results"},
    {.who = leaders, .states = {"closed"}, .view = "results"},
    {.who = members::everybody,
        .relations = {base::Relation::own},
        .states = {"closed"},
        .view = "results"},
});
inline constexpr base::Policy see_names({
    {.who = those({Role::secretary_general}), .states = {"closed"}, .view = "names"},
    {.who = those({Role::auditor}), .states = {"closed"}, .view = "numbers"},
});

} // namespace xieshang::scoring::policies
