// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Time is a value that is handed in (ADR 0002): nothing below app/ asks the machine what time it
// is.
#pragma once

#include <compare>
#include <cstdint>

namespace xieshang::base {

// UTC, milliseconds since 1970-01-01. Legal dates are calendar days and have a type of their own
// (ADR 0011).
struct Instant {
    std::int64_t ms{};

    auto operator<=>(const Instant&) const = default;
};

constexpr Instant operator+(Instant at, std::int64_t ms) { return {at.ms + ms}; }
constexpr std::int64_t operator-(Instant later, Instant earlier) { return later.ms - earlier.ms; }

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0; // callable from any thread
};

class SystemClock final : public Clock {
public:
    Instant now() override;
};

} // namespace xieshang::base
