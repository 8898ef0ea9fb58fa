// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/public_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <string>

namespace xieshang::oidc {
namespace {

struct Free {
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Owned<BIGNUM> number_of(std::string_view bytes)
{
    return Owned<BIGNUM>(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

PublicKey owned(EVP_PKEY* key)
{
    ERR_clear_error(); // what a foreign key was refused for must not be found by the next caller
    return key == nullptr ? PublicKey() : PublicKey(key, EVP_PKEY_free);
}

PublicKey made_of(const char* type, OSSL_PARAM_BLD* builder)
{
    const Owned<OSSL_PARAM> params(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
        return owned(nullptr);
    }
    return owned(key);
}

bool is_sound(const PublicKey& key)
{
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    const bool sound = context && EVP_PKEY_public_check(context.get()) == 1;
    ERR_clear_error();
    return sound;
}

// r ‖ s → DER, as OpenSSL takes it; empty when it is not 64 bytes.
std::string in_der(std::string_view signature)
{
    if (signature.size() != 64) {
        return {};
    }
    const Owned<ECDSA_SIG> pair(ECDSA_SIG_new());
    auto r = number_of(signature.substr(0, 32));
    auto s = number_of(signature.substr(32));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) {
        return {};
    }
    static_cast<void>(r.release()); // the pair owns them
    static_cast<void>(s.release());
    std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

bool set_padding(EVP_PKEY_CTX* context, Algorithm algorithm)
{
    if (algorithm == Algorithm::PS256) {
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
    }
    return algorithm != Algorithm::RS256
        || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
}

} // namespace

PublicKey rsa_key(std::string_view modulus, std::string_view exponent)
{
    const auto n = number_of(modulus.substr(0, 1024 + 1));
    const auto e = number_of(exponent.substr(0, 9));
    if (!n || !e || BN_num_bits(n.get()) < 2048 || BN_num_bits(n.get()) > 8192
        || !BN_is_odd(n.get()) || BN_num_bits(e.get()) < 2 || BN_num_bits(e.get()) > 64
        || !BN_is_odd(e.get())) {
        return {};
    }
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
        return {};
    }
    return made_of("RSA", builder.get());
}

PublicKey p256_key(std::string_view x, std::string_view y)
{
    if (x.size() != 32 || y.size() != 32) {
        return {};
    }
    const std::string point = "\x04" + std::string(x) + std::string(y);
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size())
            != 1) {
        return {};
    }
    auto key = made_of("EC", builder.get());
    return key && is_sound(key) ? key : PublicKey();
}

PublicKey ed25519_key(std::string_view x)
{
    return x.size() == 32
        ? owned(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, bytes_of(x), x.size()))
        : PublicKey();
}

bool signed_by(
    const PublicKey& key, Algorithm algorithm, std::string_view message, std::string_view signature)
{
    const auto bytes = algorithm == Algorithm::ES256 ? in_der(signature) : std::string(signature);
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr; // owned by `context`
    const auto* digest = algorithm == Algorithm::EdDSA ? nullptr : "SHA256";
    const bool right = !bytes.empty() && context
        && EVP_DigestVerifyInit_ex(
               context.get(), &key_context, digest, nullptr, nullptr, key.get(), nullptr)
            == 1
        && set_padding(key_context, algorithm)
        && EVP_DigestVerify(
               context.get(), bytes_of(bytes), bytes.size(), bytes_of(message), message.size())
            == 1;
    ERR_clear_error();
    return right;
}

} // namespace xieshang::oidc
