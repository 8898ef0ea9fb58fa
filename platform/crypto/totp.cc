// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/crypto/totp.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace xieshang::crypto {
namespace {

constexpr std::size_t digits = 6;
constexpr std::uint32_t codes = 1'000'000;

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::uint64_t counter)
{
    std::array<unsigned char, 8> text{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        text[text.size() - 1 - i] = static_cast<unsigned char>(counter >> (8 * i));
    }
    std::array<unsigned char, 20> digest{};
    unsigned int size = 0;
    if (::HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), text.data(), text.size(),
            digest.data(), &size)
            == nullptr
        || size != digest.size()) {
        throw std::runtime_error("OpenSSL has no HMAC-SHA-1");
    }
    return digest;
}

} // namespace

// RFC 4226 §5.3: the last four bits say where four bytes are taken.
std::string totp_code(std::string_view secret, std::int64_t step)
{
    const auto digest = hmac_sha1(secret, static_cast<std::uint64_t>(step));
    const auto at = static_cast<std::size_t>(digest.back() & 0x0FU);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = (number << 8U) | digest.at(at + i);
    }
    auto code = std::to_string((number & 0x7FFF'FFFFU) % codes);
    return code.insert(0, digits - code.size(), '0');
}

std::optional<std::int64_t> step_of_totp(std::string_view secret, const TotpAttempt& attempt)
{
    const auto present = totp_step(attempt.now);
    std::optional<std::int64_t> found;
    for (auto step = present + 1; step >= present - 1; --step) { // each, so that time tells nothing
        const auto right = totp_code(secret, step);
        const bool same = attempt.code.size() == right.size()
            && ::CRYPTO_memcmp(attempt.code.data(), right.data(), right.size()) == 0;
        if (same && step > attempt.last) {
            found = step;
        }
    }
    return found;
}

std::string base32(std::string_view bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const auto byte : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) {
            text += alphabet[(waiting >> (bits - 5)) & 31U];
        }
    }
    if (bits > 0) {
        text += alphabet[(waiting << (5 - bits)) & 31U];
    }
    return text;
}

} // namespace xieshang::crypto
