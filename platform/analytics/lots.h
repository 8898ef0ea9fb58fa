// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Random numbers that are the same for a seed on every machine (the distributions of <random> are
// not).
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace xieshang::analytics {

class Lots {
public:
    explicit Lots(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t bits() { return engine_(); }
    // [0, 1)
    double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
    // [0, size); size > 0
    std::uint64_t below(std::uint64_t size)
    {
        return static_cast<std::uint64_t>(fraction() * static_cast<double>(size));
    }
    // Normal with mean 0 and variance 1.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - fraction()));
        return radius * std::cos(2 * std::numbers::pi * fraction());
    }

private:
    std::mt19937_64 engine_;
};

} // namespace xieshang::analytics
