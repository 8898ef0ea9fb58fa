// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Public keys in OpenSSL 3, and the check of one signature. Pure, any thread.
#pragma once

#include "platform/oidc/key_set.h"

#include <memory>
#include <string_view>

struct evp_pkey_st;

namespace xieshang::oidc {

enum class KeyKind : std::uint8_t { rsa, p256, ed25519 };

constexpr KeyKind kind_for(Algorithm algorithm)
{
    return algorithm == Algorithm::ES256 ? KeyKind::p256
        : algorithm == Algorithm::EdDSA  ? KeyKind::ed25519
                                         : KeyKind::rsa;
}

using PublicKey = std::shared_ptr<evp_pkey_st>;

// Big-endian bytes; null when they are no key that may serve: RSA outside of 2048 to 8192 bits or
// with an even or tiny exponent, a point that is not on the curve, a wrong length.
PublicKey rsa_key(std::string_view modulus, std::string_view exponent);
PublicKey p256_key(std::string_view x, std::string_view y);
PublicKey ed25519_key(std::string_view x);

// As JWS writes signatures: of ES256 the 64 bytes of r and s. The key must be of the algorithm's
// kind.
bool signed_by(const PublicKey& key, Algorithm algorithm, std::string_view message,
    std::string_view signature);

} // namespace xieshang::oidc
