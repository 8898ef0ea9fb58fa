// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The keys of a provider (JWKS, RFC 7517) and what they verify. Allowed, and no others: RS256,
// PS256 (RSA of 2048 to 8192 bits), ES256 (P-256), EdDSA (Ed25519). A key serves the one kind of
// signature that its own type has, so that no token can choose (RFC 8725 §3.1): HMAC with a public
// key as its secret cannot be said here. Pure; a KeySet is immutable and may be shared by threads.
#pragma once

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::oidc {

constexpr std::size_t keys_bytes_most = 128U << 10U;
constexpr std::size_t keys_most = 64;

enum class Algorithm : std::uint8_t { RS256, PS256, ES256, EdDSA };
BOOST_DESCRIBE_ENUM(Algorithm, RS256, PS256, ES256, EdDSA)

// By its exact spelling.
std::optional<Algorithm> algorithm_named(std::string_view name);

class Key; // of OpenSSL

class KeySet {
public:
    // Nothing when the text is no key set at all. Keys that cannot serve here (other types,
    // encryption, symmetric, too weak, malformed) are left out, as RFC 7517 §5 asks.
    static std::optional<KeySet> read(std::string_view json);

    std::size_t size() const { return keys_.size(); }
    // Is there a key by this name that serves this algorithm? Without a name: exactly one that
    // serves.
    bool has(Algorithm algorithm, const std::optional<std::string>& kid) const;

    // False as well when no key, or more than one, answers to the name.
    bool verifies(Algorithm algorithm, const std::optional<std::string>& kid,
        std::string_view message, std::string_view signature) const;

private:
    const Key* key_for(Algorithm algorithm, const std::optional<std::string>& kid) const;

    std::vector<std::shared_ptr<const Key>> keys_;
};

} // namespace xieshang::oidc
