// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Passkeys (W3C Web Authentication, level 2), as the server judges them: what a browser says of the
// page (client data, JSON) is read here; what the authenticator says is read and its signature
// verified by libfido2 (ADR 0019). No attestation is asked for: whose make an authenticator is does
// not matter here. The person must have been verified by it (fingerprint, face, PIN), so a passkey
// is two factors. Bytes are bytes, not base64url. Pure, any thread.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace xieshang::passkeys {

constexpr std::size_t client_data_most = 8U << 10U;
constexpr std::size_t authenticator_data_most = 4U << 10U;
constexpr std::size_t credential_id_most = 1023; // Web Authentication §5.1.3

// Why it was refused: for the log and the tests.
enum class Flaw : std::uint8_t {
    bad_client_data,
    wrong_type, // of another ceremony
    wrong_challenge,
    wrong_origin, // of another page, or one within another's frame
    bad_authenticator_data,
    wrong_site, // made for another RP id
    not_present,
    not_verified,
    foreign_algorithm, // none of ES256, EdDSA, RS256
    bad_signature,
    counted_back, // the counter did not grow: there are two of this authenticator
};
BOOST_DESCRIBE_ENUM(Flaw, bad_client_data, wrong_type, wrong_challenge, wrong_origin,
    bad_authenticator_data, wrong_site, not_present, not_verified, foreign_algorithm, bad_signature,
    counted_back)

struct Expected {
    std::string challenge; // base64url, as the browser was given it
    std::string origin;    // "https://zx.example", as browsers write it
    std::string site;      // RP id: "zx.example"
};

struct Key {
    int algorithm{};        // COSE: -7 ES256, -8 EdDSA, -257 RS256
    std::string public_key; // as libfido2 keeps it

    bool operator==(const Key&) const = default;
};

struct Made {
    std::string credential_id;
    Key key;
    std::uint32_t counter{};
};

// Which challenge the browser says that it answers; empty: none. Nothing else of it is looked at.
std::string challenge_in(std::string_view client_data);

tl::expected<Made, Flaw> made_by(
    std::string_view client_data, std::string_view authenticator_data, const Expected& expected);

struct Answer {
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};

// The new counter, which some authenticators leave at 0 for ever.
tl::expected<std::uint32_t, Flaw> verify(
    const Answer& answer, const Key& key, std::uint32_t counter, const Expected& expected);

} // namespace xieshang::passkeys
