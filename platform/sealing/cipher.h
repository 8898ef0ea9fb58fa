// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the two suites are made of, over OpenSSL's EVP (CRY-01): AES-256-GCM and SHA-256 (`intl`);
// SM4-CTR, HMAC-SM3 and SM3 (`cn`: GB/T 32907, GB/T 32905). For platform/sealing alone. Throws
// std::runtime_error when OpenSSL cannot. Any thread.
#pragma once

#include "platform/sealing/secret.h"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xieshang::sealing {

enum class Suite : std::uint8_t { intl = 1, cn = 2 }; // the number is the first byte of a box
BOOST_DESCRIBE_ENUM(Suite, intl, cn)

void draw(std::span<unsigned char> out); // good for keys and nonces

constexpr std::size_t gcm_nonce_bytes = 12;
constexpr std::size_t gcm_tag_bytes = 16;
constexpr std::size_t sm4_iv_bytes = 16;
constexpr std::size_t mac_bytes = 32;

// The text with its tag behind it.
std::string aes_gcm_seal(
    const Secret& key, std::string_view nonce, std::string_view aad, std::string_view text);
std::optional<std::string> aes_gcm_open(
    const Secret& key, std::string_view nonce, std::string_view aad, std::string_view sealed);

// Both ways; the first 16 bytes of the secret are the key.
std::string sm4_ctr(const Secret& key, std::string_view iv, std::string_view text);

// HMAC and HKDF (RFC 5869, without salt) with the digest of the suite; 32 bytes.
std::string hmac(Suite suite, const Secret& key, std::string_view text);
Secret hkdf(Suite suite, const Secret& key, std::string_view purpose);

} // namespace xieshang::sealing
