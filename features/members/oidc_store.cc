// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_store.h"

namespace xieshang::members {
namespace {

constexpr std::string_view begun_columns =
    "state_sha256, browser_sha256, redirect_uri, back, link_sha256, address, expires_at_ms, "
    "session_sha256";

} // namespace

void insert_begun(db::Tx& tx, const OidcBegun& begun)
{
    static const auto sql = "INSERT INTO oidc_begun (" + std::string(begun_columns)
        + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    tx.execute(sql, begun.state_sha256, begun.browser_sha256, begun.redirect_uri, begun.back,
        begun.link_sha256, begun.address, begun.expires_at_ms, begun.session_sha256);
}

std::int64_t count_begun(db::Tx& tx, std::string_view address)
{
    return tx.one<std::int64_t>("SELECT count(*) FROM oidc_begun WHERE address = $1", address)
        .value_or(0);
}

void delete_expired_begun(db::Tx& tx, base::Instant now)
{
    tx.execute("DELETE FROM oidc_begun WHERE expires_at_ms <= $1", now);
}

std::optional<OidcBegun> take_begun(
    db::Tx& tx, std::string_view state_sha256, std::string_view browser_sha256, base::Instant now)
{
    static const auto sql = "DELETE FROM oidc_begun WHERE state_sha256 = $1 "
                            "AND browser_sha256 = $2 AND expires_at_ms > $3 RETURNING "
        + std::string(begun_columns);
    return tx.one<OidcBegun>(sql, state_sha256, browser_sha256, now);
}

std::vector<OidcIdentity> identities_of(db::Tx& tx, const PersonId& person)
{
    return tx.all<OidcIdentity>("SELECT issuer, subject, linked_at_ms FROM oidc_identity "
                                "WHERE person_id = $1 ORDER BY issuer",
        person);
}

std::optional<PersonId> find_identity(db::Tx& tx, const OidcSubject& who)
{
    return tx.one<PersonId>(
        "SELECT person_id FROM oidc_identity WHERE issuer = $1 AND subject = $2", who.issuer,
        who.subject);
}

bool has_identity(db::Tx& tx, std::string_view issuer, const PersonId& person)
{
    return tx
        .one<std::string>("SELECT subject FROM oidc_identity WHERE issuer = $1 AND person_id = $2",
            issuer, person)
        .has_value();
}

bool insert_identity(
    db::Tx& tx, const OidcSubject& who, const PersonId& person, base::Instant linked_at)
{
    return tx.execute("INSERT INTO oidc_identity (issuer, subject, person_id, linked_at_ms) "
                      "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
               who.issuer, who.subject, person, linked_at)
        == 1;
}

bool delete_identities(db::Tx& tx, const PersonId& person)
{
    return tx.execute("DELETE FROM oidc_identity WHERE person_id = $1", person) > 0;
}

void delete_identity(db::Tx& tx, const PersonId& person, std::string_view issuer)
{
    tx.execute("DELETE FROM oidc_identity WHERE person_id = $1 AND issuer = $2", person, issuer);
}

void delete_oidc_links(db::Tx& tx, const PersonId& person)
{
    tx.execute("DELETE FROM oidc_link WHERE person_id = $1 AND used_at_ms IS NULL", person);
}

void insert_oidc_link(
    db::Tx& tx, std::string_view token_sha256, const PersonId& person, base::Instant expires_at)
{
    delete_oidc_links(tx, person);
    tx.execute("INSERT INTO oidc_link (token_sha256, person_id, expires_at_ms) VALUES ($1, $2, $3)",
        token_sha256, person, expires_at);
}

std::optional<PersonId> use_oidc_link(db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    return tx.one<PersonId>("UPDATE oidc_link SET used_at_ms = $2 WHERE token_sha256 = $1 "
                            "AND used_at_ms IS NULL AND expires_at_ms > $2 RETURNING person_id",
        token_sha256, now);
}

} // namespace xieshang::members
