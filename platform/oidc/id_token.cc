// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/id_token.h"

#include "platform/base/result.h"
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/oidc/foreign_json.h"

#include <sodium.h>

#include <algorithm>
#include <cmath>

namespace xieshang::oidc {
namespace {

using json::Kind;
using json::Node;
using Checked = tl::expected<void, Flaw>;

auto flaw(Flaw what) { return tl::unexpected(what); }

struct Parts {
    std::string_view header;
    std::string_view claims;
    std::string_view signature;
    std::string_view signed_text; // the first two with their dot
};

tl::expected<Parts, Flaw> parts_of(std::string_view token)
{
    if (token.size() > token_bytes_most) {
        return flaw(Flaw::too_large);
    }
    if (std::count(token.begin(), token.end(), '.') != 2) {
        return flaw(Flaw::not_three_parts);
    }
    const auto first = token.find('.');
    const auto second = token.rfind('.');
    return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1),
        token.substr(second + 1), token.substr(0, second)};
}

tl::expected<json::Document, Flaw> object_in(std::string_view part, Flaw otherwise)
{
    const auto text = crypto::from_base64url(part);
    if (!text) {
        return flaw(otherwise);
    }
    auto document = json::Document::parse(*text);
    if (!document || document->root().kind != Kind::object || has_repeated(document->root())) {
        return flaw(otherwise);
    }
    return std::move(*document);
}

bool is_jwt(const Node& type)
{
    return type.kind == Kind::string && type.text.size() == 3 && (type.text[0] | 32) == 'j'
        && (type.text[1] | 32) == 'w' && (type.text[2] | 32) == 't';
}

struct Head {
    Algorithm algorithm{};
    std::optional<std::string> kid;
};

tl::expected<Head, Flaw> head_of(const Node& header)
{
    for (const auto* foreign : {"crit", "jwk", "jku", "x5u", "b64"}) {
        if (json::member_of(header, foreign) != nullptr) {
            return flaw(Flaw::foreign_header);
        }
    }
    const auto* type = json::member_of(header, "typ");
    if (type != nullptr && !is_jwt(*type)) {
        return flaw(Flaw::bad_type);
    }
    const auto* alg = json::member_of(header, "alg");
    const auto algorithm =
        alg != nullptr && alg->kind == Kind::string ? algorithm_named(alg->text) : std::nullopt;
    if (!algorithm) {
        return flaw(Flaw::bad_algorithm);
    }
    const auto* kid = json::member_of(header, "kid");
    if (kid == nullptr) {
        return Head{*algorithm, std::nullopt};
    }
    if (kid->kind != Kind::string) {
        return flaw(Flaw::bad_header);
    }
    return Head{*algorithm, std::string(kid->text)};
}

bool is_signed(const KeySet& keys, const Head& head, const Parts& parts)
{
    const auto signature = crypto::from_base64url(parts.signature);
    return signature && keys.verifies(head.algorithm, head.kid, parts.signed_text, *signature);
}

// OpenID Connect Core §3.1.3.7, 3 to 5: a token that is for others, too, must have been made for
// us.
bool is_for(const Node& claims, const std::string& client_id)
{
    const auto* audience = json::member_of(claims, "aud");
    const auto* party = json::member_of(claims, "azp");
    if (audience == nullptr || (party != nullptr && !is_text(party, client_id))) {
        return false;
    }
    if (audience->kind == Kind::string) {
        return audience->text == client_id;
    }
    if (audience->kind != Kind::array || (audience->size > 1 && party == nullptr)) {
        return false;
    }
    bool ours = false;
    for (const Node& one : *audience) {
        if (one.kind != Kind::string) {
            return false;
        }
        ours = ours || one.text == client_id;
    }
    return ours;
}

// NumericDate, in milliseconds; nothing for what is no number or beyond the year 9999.
std::optional<std::int64_t> date_of(const Node* node)
{
    constexpr double most_s = 253'402'300'799;
    if (node == nullptr || (node->kind != Kind::integer && node->kind != Kind::number)
        || !(node->number >= 0 && node->number <= most_s)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(node->number * 1000);
}

Checked check_times(const Node& claims, base::Instant now)
{
    const auto expires = date_of(json::member_of(claims, "exp"));
    if (!expires) {
        return flaw(Flaw::no_expiry);
    }
    if (now.ms >= *expires + leeway_ms) {
        return flaw(Flaw::expired);
    }
    const auto issued = date_of(json::member_of(claims, "iat"));
    if (!issued) {
        return flaw(Flaw::no_issue_time);
    }
    if (*issued > now.ms + leeway_ms) {
        return flaw(Flaw::issued_later);
    }
    const auto* from = json::member_of(claims, "nbf");
    const auto valid = date_of(from);
    if (from != nullptr && (!valid || *valid > now.ms + leeway_ms)) {
        return flaw(Flaw::not_yet_valid);
    }
    return {};
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// The left half of the digest that belongs to the algorithm (§3.1.3.6): SHA-256, of EdDSA (Ed25519)
// SHA-512.
bool fits_access_token(const Node& claims, const Expected& expected, Algorithm algorithm)
{
    const auto* hash = json::member_of(claims, "at_hash");
    if (hash == nullptr) {
        return true;
    }
    std::string digest = crypto::sha256(expected.access_token).substr(0, 16);
    if (algorithm == Algorithm::EdDSA) {
        digest.assign(crypto_hash_sha512_BYTES, '\0');
        crypto_hash_sha512(reinterpret_cast<unsigned char*>(digest.data()),
            reinterpret_cast<const unsigned char*>(expected.access_token.data()),
            expected.access_token.size());
        digest.resize(32);
    }
    return !expected.access_token.empty() && is_text(hash, crypto::base64url(digest));
}

bool is_shown(char c) { return static_cast<unsigned char>(c) >= 32 && c != 127; }

tl::expected<Identity, Flaw> identity_in(const Node& claims, const Expected& expected)
{
    const auto* standard = json::member_of(claims, "sub"); // mandatory, whichever claim serves
    const auto* subject = json::member_of(claims, expected.subject_claim);
    if (standard == nullptr || standard->kind != Kind::string || subject == nullptr
        || subject->kind != Kind::string || subject->text.empty()
        || subject->text.size() > subject_most
        || !std::all_of(subject->text.begin(), subject->text.end(), is_shown)) {
        return flaw(Flaw::bad_subject);
    }
    Identity identity{std::string(subject->text), {}};
    const auto* login =
        expected.login_claim.empty() ? nullptr : json::member_of(claims, expected.login_claim);
    if (login != nullptr && login->kind == Kind::string && login->text.size() <= subject_most) {
        identity.login = login->text;
    }
    if (const auto shown = date_of(json::member_of(claims, "auth_time"))) {
        identity.shown_at = base::Instant{*shown};
    }
    return identity;
}

} // namespace

tl::expected<Identity, Flaw> verify(
    std::string_view token, const KeySet& keys, const Expected& expected, base::Instant now)
{
    const auto parts = TRY(parts_of(token));
    const auto header = TRY(object_in(parts.header, Flaw::bad_header));
    const auto head = TRY(head_of(header.root()));
    if (!keys.has(head.algorithm, head.kid)) {
        return flaw(Flaw::unknown_key);
    }
    if (!is_signed(keys, head, parts)) {
        return flaw(Flaw::bad_signature);
    }
    const auto document = TRY(object_in(parts.claims, Flaw::bad_claims));
    const auto& claims = document.root();
    if (!is_text(json::member_of(claims, "iss"), expected.issuer)) {
        return flaw(Flaw::wrong_issuer);
    }
    if (!is_for(claims, expected.client_id)) {
        return flaw(Flaw::wrong_audience);
    }
    CHECK(check_times(claims, now));
    const auto* nonce = json::member_of(claims, "nonce");
    if (nonce == nullptr || nonce->kind != Kind::string || expected.nonce.empty()
        || !same_secret(nonce->text, expected.nonce)) {
        return flaw(Flaw::wrong_nonce);
    }
    if (!fits_access_token(claims, expected, head.algorithm)) {
        return flaw(Flaw::wrong_access_token);
    }
    return identity_in(claims, expected);
}

} // namespace xieshang::oidc
