// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// When one person's looks at contacts are so many that others should know of it (PRI-05; PIPL 57):
// a leak begins as looks that are allowed, one by one. Pure.
#pragma once

#include "platform/base/clock.h"

#include <cstdint>
#include <optional>

namespace xieshang::people {

constexpr std::int64_t alarming_looks = 200;
constexpr std::int64_t looks_counted_ms = 10 * 60'000;

// `looks`: his within the ten minutes up to now. One alarm a burst: of looks that go on and on, one
// in ten minutes.
constexpr bool is_alarm_due(
    std::int64_t looks, std::optional<base::Instant> last_alarm_at, base::Instant now)
{
    return looks >= alarming_looks && (!last_alarm_at || now - *last_alarm_at >= looks_counted_ms);
}

} // namespace xieshang::people
