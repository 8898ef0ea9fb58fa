// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/cipher.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace xieshang::sealing {
namespace {

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* held) const { release(held); }
};
template <class T, void (*release)(T*)>
using Held = std::unique_ptr<T, Release<T, release>>;

using CipherContext = Held<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using MacContext = Held<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using KdfContext = Held<EVP_KDF_CTX, EVP_KDF_CTX_free>;

void must(bool worked)
{
    if (!worked) {
        throw std::runtime_error("OpenSSL cannot seal");
    }
}

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
int size_of(std::string_view text) { return static_cast<int>(text.size()); }

// Fetched once: OpenSSL looks an algorithm up at each call otherwise.
const EVP_CIPHER* aes()
{
    static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return fetched;
}
const EVP_CIPHER* sm4()
{
    static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr);
    return fetched;
}
EVP_MAC* hmac_of_openssl()
{
    static EVP_MAC* const fetched = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    return fetched;
}
EVP_KDF* hkdf_of_openssl()
{
    static EVP_KDF* const fetched = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    return fetched;
}

OSSL_PARAM digest_of(Suite suite)
{
    static std::array<std::string, 2> names{"SHA256", "SM3"};
    auto& name = names.at(suite == Suite::intl ? 0 : 1);
    return OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0);
}

CipherContext aes_context(
    const Secret& key, std::string_view nonce, std::string_view aad, int seals)
{
    must(nonce.size() == gcm_nonce_bytes);
    CipherContext context(EVP_CIPHER_CTX_new());
    int done = 0;
    must(
        EVP_CipherInit_ex2(context.get(), aes(), key.data(), bytes_of(nonce), seals, nullptr) == 1);
    must(EVP_CipherUpdate(context.get(), nullptr, &done, bytes_of(aad), size_of(aad)) == 1);
    return context;
}

} // namespace

void draw(std::span<unsigned char> out)
{
    must(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1);
}

std::string aes_gcm_seal(
    const Secret& key, std::string_view nonce, std::string_view aad, std::string_view text)
{
    const auto context = aes_context(key, nonce, aad, 1);
    std::string sealed(text.size() + gcm_tag_bytes, '\0');
    int done = 0;
    auto* out = bytes_of(sealed);
    must(EVP_CipherUpdate(context.get(), out, &done, bytes_of(text), size_of(text)) == 1);
    must(EVP_CipherFinal_ex(context.get(), out + text.size(), &done) == 1);
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, gcm_tag_bytes, out + text.size())
        == 1);
    return sealed;
}

std::optional<std::string> aes_gcm_open(
    const Secret& key, std::string_view nonce, std::string_view aad, std::string_view sealed)
{
    if (sealed.size() < gcm_tag_bytes) {
        return std::nullopt;
    }
    const auto context = aes_context(key, nonce, aad, 0);
    const auto hidden = sealed.substr(0, sealed.size() - gcm_tag_bytes);
    std::string tag(sealed.substr(hidden.size()));
    std::string text(hidden.size(), '\0');
    int done = 0;
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, gcm_tag_bytes, bytes_of(tag))
        == 1);
    must(EVP_CipherUpdate(context.get(), bytes_of(text), &done, bytes_of(hidden), size_of(hidden))
        == 1);
    if (EVP_CipherFinal_ex(context.get(), bytes_of(text) + text.size(), &done) != 1) {
        wipe(text);
        return std::nullopt;
    }
    return text;
}

std::string sm4_ctr(const Secret& key, std::string_view iv, std::string_view text)
{
    must(iv.size() == sm4_iv_bytes);
    const CipherContext context(EVP_CIPHER_CTX_new());
    std::string out(text.size(), '\0');
    int done = 0;
    must(EVP_CipherInit_ex2(context.get(), sm4(), key.data(), bytes_of(iv), 1, nullptr) == 1);
    must(EVP_CipherUpdate(context.get(), bytes_of(out), &done, bytes_of(text), size_of(text)) == 1);
    return out;
}

std::string hmac(Suite suite, const Secret& key, std::string_view text)
{
    const MacContext context(EVP_MAC_CTX_new(hmac_of_openssl()));
    const std::array parameters{digest_of(suite), OSSL_PARAM_construct_end()};
    std::string mac(mac_bytes, '\0');
    std::size_t size = 0;
    must(EVP_MAC_init(context.get(), key.data(), Secret::size, parameters.data()) == 1);
    must(EVP_MAC_update(context.get(), bytes_of(text), text.size()) == 1);
    must(EVP_MAC_final(context.get(), bytes_of(mac), &size, mac.size()) == 1 && size == mac_bytes);
    return mac;
}

Secret hkdf(Suite suite, const Secret& key, std::string_view purpose)
{
    const KdfContext context(EVP_KDF_CTX_new(hkdf_of_openssl()));
    Secret root = key;
    std::string info(purpose);
    const std::array parameters{digest_of(suite),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, root.data(), Secret::size),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
        OSSL_PARAM_construct_end()};
    Secret derived;
    must(EVP_KDF_derive(context.get(), derived.data(), Secret::size, parameters.data()) == 1);
    return derived;
}

} // namespace xieshang::sealing
