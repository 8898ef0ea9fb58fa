// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Digests, encodings, passwords. OpenSSL 3 for SHA-256, libsodium for Argon2id. Any thread.
#pragma once

#include "platform/base/random.h"

#include <string>
#include <string_view>

namespace xieshang::crypto {

std::string sha256(std::string_view bytes); // 32 bytes
std::string hex(std::string_view bytes);    // lower case
std::string sha256_hex(std::string_view bytes);
std::string base64url(std::string_view bytes); // RFC 4648 §5, no padding

// 256 random bits as base64url (43 characters): session tokens, one-time links.
std::string new_token(base::Random& random);

// Argon2id, 19 MiB, t = 2 (OWASP); PHC string. At most two run at once, the others wait: memory
// stays bounded.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view phc, std::string_view password);
// As costly as a real check: for a name that does not exist, so that time does not tell (AUT-05).
void waste_a_password_check(std::string_view password);

} // namespace xieshang::crypto
