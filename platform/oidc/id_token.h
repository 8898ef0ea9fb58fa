// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ID token (OpenID Connect Core 1.0 §3.1.3.7; RFC 7519, 7515, 8725). Debian's libraries were
// looked at first: libjwt 1.10 knows neither key sets nor EdDSA and PS256 with them, cjose 0.6 no
// EdDSA, and neither looks at claims; so the signature is OpenSSL's and the rest is here, fuzzed.
//
//   base64url(header) . base64url(claims) . base64url(signature)     at most 16 KiB
//
// Pure, any thread.
#pragma once

#include "platform/base/clock.h"
#include "platform/oidc/key_set.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace xieshang::oidc {

constexpr std::size_t token_bytes_most = 16U << 10U;
constexpr std::int64_t leeway_ms = 60'000; // of the two clocks
constexpr std::size_t subject_most = 255;  // OpenID Connect Core §2

// Why a token was refused: for the log and the tests. A person is told only that it was.
enum class Flaw : std::uint8_t {
    too_large,
    not_three_parts,
    bad_header,     // no base64url, no JSON object, or a member that stands twice
    foreign_header, // crit, or a key of its own (jwk, jku, x5u)
    bad_type,       // typ is there and is not JWT
    bad_algorithm,  // not one of those allowed
    unknown_key,    // no key of that name for that algorithm, or two
    bad_signature,
    bad_claims, // as bad_header
    wrong_issuer,
    wrong_audience, // aud is another's, or azp is
    no_expiry,
    expired,
    no_issue_time,
    issued_later,  // iat in the future
    not_yet_valid, // nbf
    wrong_nonce,
    wrong_access_token, // at_hash
    bad_subject,
};
BOOST_DESCRIBE_ENUM(Flaw, too_large, not_three_parts, bad_header, foreign_header, bad_type,
    bad_algorithm, unknown_key, bad_signature, bad_claims, wrong_issuer, wrong_audience, no_expiry,
    expired, no_issue_time, issued_later, not_yet_valid, wrong_nonce, wrong_access_token,
    bad_subject)

struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string access_token; // that came beside the token; empty: none
    std::string subject_claim = "sub";
    std::string login_claim; // empty: none is looked at
};

struct Identity {
    std::string subject;
    std::string login; // of login_claim; empty when it is not there or is no text
    std::optional<base::Instant> shown_at{}; // auth_time: when the person showed who he is

    bool operator==(const Identity&) const = default;
};

tl::expected<Identity, Flaw> verify(
    std::string_view token, const KeySet& keys, const Expected& expected, base::Instant now);

} // namespace xieshang::oidc
