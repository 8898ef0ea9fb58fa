// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/crypto/crypto.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <new>
#include <semaphore>
#include <stdexcept>

namespace xieshang::crypto {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19U << 20U;

// Two at once on any machine: 38 MiB at most, and a flood of sign-ins cannot take every core from
// other requests.
std::counting_semaphore<2> free_places(2);

class Place {
public:
    Place()
    {
        static const bool ready = sodium_init() >= 0;
        if (!ready) {
            throw std::runtime_error("libsodium cannot start");
        }
        free_places.acquire();
    }
    ~Place() { free_places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

std::string_view view(const auto& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

std::string sha256(std::string_view bytes)
{
    // Fetched once, with one context a thread: OpenSSL's own SHA256() looks the algorithm up at
    // each call, which costs more than the digest of a session token.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const Context context(EVP_MD_CTX_new());
    std::string digest(32, '\0');
    auto* out = reinterpret_cast<unsigned char*>(digest.data());
    if (EVP_DigestInit_ex2(context.get(), algorithm, nullptr) != 1
        || EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1
        || EVP_DigestFinal_ex(context.get(), out, nullptr) != 1) {
        throw std::runtime_error("OpenSSL cannot digest");
    }
    return digest;
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(bytes.size() * 2, '\0');
    auto* next = out.data();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        *next++ = digits[byte >> 4U];
        *next++ = digits[byte & 15U];
    }
    return out;
}

std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

std::string base64url(std::string_view bytes)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t pending = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        pending = (pending << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) {
            out += digits[(pending >> (bits - 6)) & 63U];
        }
    }
    if (bits > 0) {
        out += digits[(pending << (6 - bits)) & 63U];
    }
    return out;
}

std::string new_token(base::Random& random) { return base64url(view(random.bytes<32>())); }

std::string hash_password(std::string_view password)
{
    const Place place;
    std::array<char, crypto_pwhash_STRBYTES> phc{};
    if (crypto_pwhash_argon2id_str(
            phc.data(), password.data(), password.size(), passes, memory_bytes)
        != 0) {
        throw std::bad_alloc(); // the only way in which libsodium fails here
    }
    return phc.data();
}

bool password_matches(std::string_view phc, std::string_view password)
{
    const Place place;
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    if (phc.size() >= stored.size()) {
        return false;
    }
    phc.copy(stored.data(), phc.size());
    return crypto_pwhash_str_verify(stored.data(), password.data(), password.size()) == 0;
}

void waste_a_password_check(std::string_view password)
{
    static const std::string nobodys = hash_password("nobody's password");
    static_cast<void>(password_matches(nobodys, password));
}

} // namespace xieshang::crypto
