// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How an identity at a provider came to an account: by a one-time link, which its person opened, or
// by the provider's claim alone. Whoever keeps the provider makes the claim, and could be each of
// the three administrators by it; so an account of theirs never rests on it (三员分立, AZ-03). Each
// function runs in the transaction that it is handed. The record knows which it was.
#pragma once

#include "features/members/person.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::members {

struct TieContent { // what the record keeps: no subject, which may be a number of a person
    std::string issuer;
    std::string subject_sha256;
    std::string means; // by_link or by_claim
};
BOOST_DESCRIBE_STRUCT(TieContent, (), (issuer, subject_sha256, means))

inline constexpr auto by_link_means = "link";
inline constexpr auto by_claim_means = "login";

// To the record, by the person himself.
void tell_of_tie(
    services::Services& services, db::Tx& tx, const Person& person, const TieContent& tie);

// False also where the record does not say it any more.
bool is_tied_by_link(db::Tx& tx, const PersonId& id, const std::string& issuer);

// A password, a passkey or an identity that was tied by a link: ways in that an administrator may
// have. A link that nobody used is none.
bool has_own_way_in(db::Tx& tx, const Person& person);

// Besides `person`, one who is active, has a way in of his own and holds one of the roles.
bool is_another_active(db::Tx& tx, const Person& person, base::Roles roles);

// The identities that came by the claim alone are his no more, and the sessions that may have begun
// by them end. The record is told of each.
void untie_claimed(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person);

} // namespace xieshang::members
