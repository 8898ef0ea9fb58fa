// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Codes by time of a second factor (RFC 6238 over RFC 4226): HMAC-SHA-1, 30 seconds, six digits,
// which is what every authenticator app understands. Pure; any thread.
#pragma once

#include "platform/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::crypto {

constexpr std::int64_t totp_step_ms = 30'000;
constexpr std::size_t totp_secret_size = 20; // bytes, as RFC 4226 §4 R6 wishes

constexpr std::int64_t totp_step(base::Instant now) { return now.ms / totp_step_ms; }

std::string totp_code(std::string_view secret, std::int64_t step); // "287082"

// The step whose code this is: the present one, the one before or the one after, as clocks differ;
// only steps after `last`, so that a code that was taken is never taken again (RFC 6238 §5.2).
struct TotpAttempt {
    std::string_view code;
    base::Instant now;
    std::int64_t last{}; // the newest step whose code was taken
};
std::optional<std::int64_t> step_of_totp(std::string_view secret, const TotpAttempt& attempt);

std::string base32(std::string_view bytes); // RFC 4648 §6, without padding

} // namespace xieshang::crypto
