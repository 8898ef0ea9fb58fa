// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A clock that stands still until a test moves it.
#pragma once

#include "platform/base/clock.h"

#include <atomic>

namespace xieshang::tests {

class FakeClock final : public base::Clock {
public:
    explicit FakeClock(std::int64_t ms = 1'647'216'000'000) : ms_(ms) {} // 2022-03-14 08:00 +08:00
    base::Instant now() override { return {ms_}; }
    void advance(std::int64_t ms) { ms_ += ms; }

private:
    std::atomic<std::int64_t> ms_;
};

} // namespace xieshang::tests
