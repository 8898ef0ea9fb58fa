// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/passkeys/cose_key.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <openssl/evp.h>

#include <memory>

namespace xieshang::passkeys {
namespace {

struct FreeKey {
    void operator()(es256_pk_t* key) const { es256_pk_free(&key); }
    void operator()(eddsa_pk_t* key) const { eddsa_pk_free(&key); }
    void operator()(rs256_pk_t* key) const { rs256_pk_free(&key); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

template <class Parsed>
bool parsed_with(std::string_view bytes, Parsed* empty,
    int (*parse)(Parsed*, const void*, std::size_t), EVP_PKEY* (*as_openssl)(const Parsed*),
    const std::function<bool(const void*)>& work)
{
    const std::unique_ptr<Parsed, FreeKey> key(empty);
    if (!key || parse(key.get(), bytes.data(), bytes.size()) != FIDO_OK) {
        return false;
    }
    const std::unique_ptr<EVP_PKEY, FreeKey> sound(as_openssl(key.get()));
    return sound && work(key.get());
}

} // namespace

bool with_key(const Key& key, const std::function<bool(const void*)>& work)
{
    switch (key.algorithm) {
    case COSE_ES256:
        return parsed_with(
            key.public_key, es256_pk_new(), es256_pk_from_ptr, es256_pk_to_EVP_PKEY, work);
    case COSE_EDDSA:
        return parsed_with(
            key.public_key, eddsa_pk_new(), eddsa_pk_from_ptr, eddsa_pk_to_EVP_PKEY, work);
    case COSE_RS256:
        return parsed_with(
            key.public_key, rs256_pk_new(), rs256_pk_from_ptr, rs256_pk_to_EVP_PKEY, work);
    default:
        return false;
    }
}

bool is_usable(const Key& key)
{
    return with_key(key, [](const void*) { return true; });
}

} // namespace xieshang::passkeys
