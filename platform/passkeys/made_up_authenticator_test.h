// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: an authenticator, and the browser before it, which can both lie.
#pragma once

#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/oidc/forged_tokens_test.h"
#include "platform/passkeys/passkey.h"

#include <string>

namespace xieshang::passkeys {

struct MadeUpAuthenticator {
    enum class Signs : std::uint8_t { es256, rs256, eddsa };

    explicit MadeUpAuthenticator(Signs signs = Signs::es256) : signs_(signs), key_(key_for(signs))
    {
    }

    std::string site = "zx.example";
    std::string origin = "https://zx.example";
    std::string more; // members of the client data, each begun by a comma
    std::string credential_id = "a credential";
    unsigned char flags = 1 | 4; // present, verified
    std::uint32_t counter = 0;

    std::string client_data(const std::string& type, const std::string& challenge) const
    {
        return R"({"type":"webauthn.)" + type + R"(","challenge":")" + challenge + R"(","origin":")"
            + origin + "\"" + more + "}";
    }
    std::string making() const // authenticator data with the new credential
    {
        return head(flags | 64U) + std::string(16, '\0')
            + big_endian(static_cast<std::uint32_t>(credential_id.size()), 2) + credential_id
            + cose();
    }
    Answer answer(const std::string& challenge) const
    {
        Answer given{client_data("get", challenge), head(flags), {}};
        given.signature = signature(given.authenticator_data + crypto::sha256(given.client_data));
        return given;
    }

private:
    static oidc::PrivateKey key_for(Signs signs)
    {
        switch (signs) {
        case Signs::rs256:
            return oidc::made(EVP_RSA_gen(2048));
        case Signs::eddsa:
            return oidc::made(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
        default:
            return oidc::made(EVP_EC_gen("P-256"));
        }
    }
    static std::string big_endian(std::uint32_t number, int size)
    {
        std::string bytes;
        for (int i = size - 1; i >= 0; --i) {
            bytes += static_cast<char>(number >> 8U * static_cast<unsigned>(i) & 255U);
        }
        return bytes;
    }
    std::string head(unsigned now_flags) const
    {
        return crypto::sha256(site) + static_cast<char>(now_flags) + big_endian(counter, 4);
    }
    // RFC 9053, as CBOR: written by hand, so that no library of ours reads what it wrote itself.
    std::string cose() const
    {
        using namespace std::string_literals;
        const auto bignum = [&](const char* name, std::size_t width) {
            return *crypto::from_base64url(oidc::number_in(key_, name, width));
        };
        switch (signs_) {
        case Signs::rs256:
            return "\xa4\x01\x03\x03\x39\x01\x00\x20\x59\x01\x00"s
                + bignum(OSSL_PKEY_PARAM_RSA_N, 256) + "\x21\x43"
                + bignum(OSSL_PKEY_PARAM_RSA_E, 3);
        case Signs::eddsa:
            return "\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20" + edwards();
        default:
            return "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + bignum(OSSL_PKEY_PARAM_EC_PUB_X, 32)
                + "\x22\x58\x20" + bignum(OSSL_PKEY_PARAM_EC_PUB_Y, 32);
        }
    }
    std::string edwards() const
    {
        std::string bytes(32, '\0');
        auto size = bytes.size();
        EVP_PKEY_get_raw_public_key(
            key_.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
        return bytes;
    }
    std::string signature(const std::string& message) const
    {
        const char* algorithm = signs_ == Signs::eddsa ? "EdDSA" : "SHA256 in DER";
        return oidc::signature_by(key_, algorithm, message);
    }

    Signs signs_;
    oidc::PrivateKey key_;
};

} // namespace xieshang::passkeys
