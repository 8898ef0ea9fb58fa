// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may do what with the register, and which fields of a person are seen. The views of a person:
//   all       every field, which contacts are kept, and the steps that are open
//   own       the same, of oneself (PIPL 45: also when the membership is over)
//   register  every field but the contacts: of the people of one's own body, and to those who lead
//             the assembly of everybody who takes part in it. Of who was a member in another term
//             alone nobody but the office needs them any more (PIPL 6, 19)
//   public    name, posts, sector, group and state with the days from which they hold, as each
//             re-election publishes them; not what a person is
//   names     name and login alone: administrators see no content of the register
// What a row does not admit answers as if it were not there. The auditor has no row.
// What lets contacts of many or an identity number out asks for a fresh proof (SES-03).
#pragma once

#include "features/members/policies.h"
#include "platform/base/result.h"

namespace xieshang::people::policies {

using members::Role;
using members::those;

inline constexpr base::Who office = those({Role::office});
inline constexpr base::Who leaders =
    those({Role::chairperson, Role::secretary_general, Role::party_group});
inline constexpr base::Who heads = those( // of a body that has people of its own
    {Role::convenor, Role::special_committee, Role::department_leader, Role::sub_district});
inline constexpr base::Who administrators =
    those({Role::system_administrator, Role::security_administrator});
inline constexpr base::Who readers = members::readers.rows()[0].who;

inline constexpr base::Memberships any_membership{base::Membership::none, base::Membership::active,
    base::Membership::invited, base::Membership::suspended, base::Membership::former};

inline constexpr base::PolicyRow oneself{.who = readers,
    .relations = {base::Relation::own},
    .memberships = any_membership,
    .view = "own"};

// An identity number opens more doors than any other contact: a look at it asks for a fresh proof,
// one's own too (SES-03).
constexpr base::PolicyRow identity_number_of(base::PolicyRow row)
{
    row.states = {"identity_number"};
    row.proof = base::Proof::fresh;
    return row;
}

inline constexpr base::PolicyRow leaders_see{.who = leaders,
    .relations = {base::Relation::own, base::Relation::same_body, base::Relation::other_body},
    .view = "register"};
inline constexpr base::PolicyRow heads_see{
    .who = heads, .relations = {base::Relation::same_body}, .view = "register"};

// The directory 名录, its search and its export.
inline constexpr base::Policy see_directory({
    {.who = office, .view = "all"},
    {.who = leaders, .view = "register"},
    {.who = readers, .view = "public"},
    {.who = administrators, .view = "names"},
});

inline constexpr base::Policy see_person({
    {.who = office, .view = "all"},
    oneself,
    leaders_see,
    heads_see,
    {.who = readers, .view = "public"},
    {.who = administrators, .view = "names"},
});

inline constexpr base::Policy see_membership({
    {.who = office, .view = "all"},
    oneself,
    leaders_see,
    heads_see,
    {.who = readers, .view = "public"},
});

// What was done with a person's rows, by whom and why.
inline constexpr base::Policy see_history({
    {.who = office, .view = "all"},
    oneself,
    leaders_see,
});

// Organisations, posts and who holds them, terms.
inline constexpr base::Policy see_bodies = readers;

// A post; who was entered there by mistake is the office's to know.
inline constexpr base::Policy see_post({
    {.who = office, .view = "all"},
    {.who = readers, .view = "public"},
});

// Every change but that of one's own contacts.
inline constexpr base::Policy keep_register = office;

// One contact at a time; the state is the contact's name.
inline constexpr base::Policy look_at_contact({
    identity_number_of({.who = office, .view = "all"}),
    {.who = office, .view = "all"},
    identity_number_of(oneself),
    oneself,
});
inline constexpr base::Policy change_contact({
    {.who = office, .view = "all"},
    {.who = readers,
        .relations = {base::Relation::own},
        .memberships = any_membership,
        .states = {"telephone", "email"},
        .view = "own"},
});

// The roster as a table; the state is what goes along.
inline constexpr base::Policy export_roster({
    {.who = office, .states = {"with_contacts"}, .proof = base::Proof::fresh},
    {.who = office},
});

// Asked by each verb that changes the register, whoever calls it. Refuses with request.forbidden.
inline base::Result<void> may_keep_register(const base::Actor& actor)
{
    if (!keep_register.view(actor, base::Relation::other_body)) {
        return base::trouble(base::Trouble::forbidden, "request.forbidden");
    }
    return {};
}

// Whether it is oneself; standing_relation_actions.h knows the others.
inline base::Relation relation_to(const base::Actor& actor, std::string_view person_id)
{
    return actor.id == person_id ? base::Relation::own : base::Relation::other_body;
}

} // namespace xieshang::people::policies
