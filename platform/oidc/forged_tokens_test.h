// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: keys of a made-up provider, and tokens that it signs, or that somebody forges.
#pragma once

#include "platform/crypto/crypto.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace xieshang::oidc {

using PrivateKey = std::shared_ptr<EVP_PKEY>;

inline const unsigned char* octets(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

inline PrivateKey made(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

inline std::string number_in(const PrivateKey& key, const char* name, std::size_t width = 0)
{
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key.get(), name, &number);
    const auto size = width == 0 ? static_cast<std::size_t>(BN_num_bytes(number)) : width;
    std::string bytes(size, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
    BN_free(number);
    return crypto::base64url(bytes);
}

inline std::string jwk_of(const PrivateKey& key, const std::string& more)
{
    if (EVP_PKEY_is_a(key.get(), "RSA") == 1) {
        return R"({"kty":"RSA","n":")" + number_in(key, OSSL_PKEY_PARAM_RSA_N) + R"(","e":")"
            + number_in(key, OSSL_PKEY_PARAM_RSA_E) + "\"," + more + "}";
    }
    if (EVP_PKEY_is_a(key.get(), "EC") == 1) {
        return R"({"kty":"EC","crv":"P-256","x":")" + number_in(key, OSSL_PKEY_PARAM_EC_PUB_X, 32)
            + R"(","y":")" + number_in(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "\"," + more + "}";
    }
    std::string raw(32, '\0');
    auto size = raw.size();
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
    return R"({"kty":"OKP","crv":"Ed25519","x":")" + crypto::base64url(raw) + "\"," + more + "}";
}

// DER → r ‖ s
inline std::string flat(std::string_view der)
{
    const auto* at = octets(der);
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    std::string bytes(64, '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), out + 32, 32);
    ECDSA_SIG_free(pair);
    return bytes;
}

inline std::string signature_by(
    const PrivateKey& key, std::string_view alg, std::string_view message)
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* options = nullptr;
    EVP_DigestSignInit_ex(context, &options, alg == "EdDSA" ? nullptr : "SHA256", nullptr, nullptr,
        key.get(), nullptr);
    if (alg == "PS256") {
        EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST);
    }
    std::string signature(1024, '\0');
    auto size = signature.size();
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
        octets(message), message.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return alg == "ES256" ? flat(signature) : signature;
}

inline std::string hmac_sha256(std::string_view secret, std::string_view message)
{
    std::array<unsigned char, 32> digest{};
    unsigned size = digest.size();
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), octets(message),
        message.size(), digest.data(), &size);
    return {reinterpret_cast<const char*>(digest.data()), size};
}

// The provider's four keys and a stranger's, made once: RSA takes a while.
struct Keyring {
    PrivateKey rsa = made(EVP_RSA_gen(2048));
    PrivateKey strangers_rsa = made(EVP_RSA_gen(2048));
    PrivateKey ec = made(EVP_EC_gen("P-256"));
    PrivateKey edwards = made(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));

    std::string jwks() const
    {
        return R"({"keys":[)" + jwk_of(rsa, R"("kid":"r","use":"sig")") + ","
            + jwk_of(ec, R"("kid":"e","alg":"ES256")") + ","
            + jwk_of(edwards, R"("kid":"d","key_ops":["verify"])") + "]}";
    }
};

inline const Keyring& keyring()
{
    static const Keyring made_once;
    return made_once;
}

inline std::string signed_text(const std::string& header, const std::string& claims)
{
    return crypto::base64url(header) + "." + crypto::base64url(claims);
}

inline std::string token_of(const PrivateKey& key, const std::string& alg, const std::string& kid,
    const std::string& claims)
{
    const auto text =
        signed_text(R"({"alg":")" + alg + R"(","typ":"JWT","kid":")" + kid + "\"}", claims);
    return text + "." + crypto::base64url(signature_by(key, alg, text));
}

} // namespace xieshang::oidc
