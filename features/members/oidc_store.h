// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ sign-ins at a provider: begun ones, identities, one-time links. Each function runs in the
// transaction that it is handed.
#pragma once

#include "features/members/person.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

struct OidcBegun {
    std::string state_sha256;
    std::string browser_sha256;
    std::string redirect_uri;
    std::string back;                       // where the person wanted to go
    std::optional<std::string> link_sha256; // of a one-time link that led here
    std::string address;                    // block of the network: see address_block()
    base::Instant expires_at_ms;
    std::optional<std::string> session_sha256{}; // of whoever shows again who he is
};
BOOST_DESCRIBE_STRUCT(OidcBegun, (),
    (state_sha256, browser_sha256, redirect_uri, back, link_sha256, address, expires_at_ms,
        session_sha256))

void insert_begun(db::Tx& tx, const OidcBegun& begun);
std::int64_t count_begun(db::Tx& tx, std::string_view address);
void delete_expired_begun(db::Tx& tx, base::Instant now);

// Gives and deletes it: exactly one caller gets it, with both secrets and in time.
std::optional<OidcBegun> take_begun(
    db::Tx& tx, std::string_view state_sha256, std::string_view browser_sha256, base::Instant now);

struct OidcSubject {
    std::string issuer;
    std::string subject;
};
struct OidcIdentity {
    std::string issuer;
    std::string subject;
    base::Instant linked_at_ms;
};
BOOST_DESCRIBE_STRUCT(OidcIdentity, (), (issuer, subject, linked_at_ms))

std::vector<OidcIdentity> identities_of(db::Tx& tx, const PersonId& person);
std::optional<PersonId> find_identity(db::Tx& tx, const OidcSubject& who);
bool has_identity(db::Tx& tx, std::string_view issuer, const PersonId& person);
// False when the subject or the person is linked already.
bool insert_identity(
    db::Tx& tx, const OidcSubject& who, const PersonId& person, base::Instant linked_at);
bool delete_identities(db::Tx& tx, const PersonId& person);
void delete_identity(db::Tx& tx, const PersonId& person, std::string_view issuer);

// An earlier unused link of the person stops working.
void insert_oidc_link(
    db::Tx& tx, std::string_view token_sha256, const PersonId& person, base::Instant expires_at);
void delete_oidc_links(db::Tx& tx, const PersonId& person); // unused ones
// Whose, for exactly one caller and in time.
std::optional<PersonId> use_oidc_link(db::Tx& tx, std::string_view token_sha256, base::Instant now);

} // namespace xieshang::members
