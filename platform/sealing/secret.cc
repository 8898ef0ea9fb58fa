// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/secret.h"

#include "platform/sealing/cipher.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <stdexcept>

namespace xieshang::sealing {

Secret::Secret(std::string_view bytes)
{
    if (bytes.size() != size) {
        throw std::invalid_argument("a secret is 32 bytes");
    }
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

Secret::~Secret() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

Secret Secret::drawn()
{
    Secret secret;
    draw({secret.data(), size});
    return secret;
}

std::string_view Secret::bytes() const
{
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

bool Secret::operator==(const Secret& other) const { return same(bytes(), other.bytes()); }

bool same(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

void wipe(std::string& text)
{
    text.resize(text.capacity()); // what a shorter value left behind it, too
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace xieshang::sealing
