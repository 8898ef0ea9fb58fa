// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Accounts of others, in three hands (三员分立): the system administrator makes accounts, links and
// suspends; the security administrator gives and takes roles; neither ever sets or learns a
// password (AUT-06, AUT-07). The caller has checked who is asking. One transaction each unless it
// is said otherwise. Refusal of all: members.not_found (404).
#pragma once

#include "features/members/account_list.h"
#include "features/members/password_actions.h"

#include <string_view>

namespace xieshang::members {

constexpr std::int64_t invite_link_ms = 72 * 3'600'000LL;
constexpr std::int64_t reset_link_ms = 3'600'000LL;

// Without roles and password. Of a person of the register it takes the id, so that what is kept of
// the person is the account's own. Refusals: members.invalid, also with /person_id where nobody of
// that id is in the register (members.not_registered) and with /name where the register says
// another one (members.name_of_register); members.has_account (409, /person_id);
// members.login_taken; where no person is named and namesakes are asked about,
// members.in_register (409) while somebody of this very name stands there without an account,
// who is named in about.
enum class Namesakes : std::uint8_t { may_be, asked_about };
base::Result<Account> make_account(services::Services& services, const base::Actor& actor,
    const NewAccount& asked, Namesakes namesakes = Namesakes::may_be);

// The first invites to set a password, later ones reset it; an earlier unused one stops working.
// Refusal: members.suspended (409).
base::Result<AccountLink> make_account_link(
    services::Services& services, const base::Actor& actor, const PersonId& id);

// Sets the password, ends all sessions and begins one, or asks for the second factor that stands:
// an administrator who resets a password does not get in by it. Works for exactly one caller.
// Refusals: members.link_spent (422) for a code that is unknown, used, replaced or too old;
// members.invalid with /password. Hashes before the transaction: not for a joined database.
base::Result<SignedIn> use_account_link(services::Services& services, const LinkUse& asked,
    const Caller& caller, const SignInRules& rules);

// Whoever becomes one of the three keeps no identity that he has by the provider's word alone.
// Refusals: members.roles_apart (422), those of may_be_given (apart_actions.h); members.own_roles
// (403): nobody changes his own; members.last_administrator (409).
base::Result<Account> change_role(services::Services& services, const base::Actor& actor,
    const PersonId& id, const RoleChange& asked);

// Refusals: members.own_state (403), members.last_administrator (409).
base::Result<Account> change_state(
    services::Services& services, const base::Actor& actor, const PersonId& id, PersonState state);

base::Result<Account> find_account(services::Services& services, const PersonId& id);
std::vector<Account> list_accounts(services::Services& services, const AccountSearch& search);

constexpr std::int64_t accounts_exported = 10'000; // at most

// The same to be taken out of the house, which the record is told.
std::vector<Account> export_accounts(
    services::Services& services, const base::Actor& actor, const AccountFilter& filter);

} // namespace xieshang::members
