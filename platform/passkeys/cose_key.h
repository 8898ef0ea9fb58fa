// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A public key as libfido2 wants it, by its algorithm. Used by passkey.cc. Pure, any thread.
#pragma once

#include "platform/passkeys/passkey.h"

#include <functional>
#include <string_view>

namespace xieshang::passkeys {

inline const unsigned char* octets(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

// OpenSSL takes it for a key: a point on the curve, a modulus of its size.
bool is_usable(const Key& key);

// False when it is no key of its algorithm, else what `work` gives for es256_pk_t, eddsa_pk_t or
// rs256_pk_t.
bool with_key(const Key& key, const std::function<bool(const void*)>& work);

} // namespace xieshang::passkeys
