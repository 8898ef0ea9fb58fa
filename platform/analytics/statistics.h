// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How surely a share of answers differs: the statistics of both references (docs/opinion-maps.md).
// A counts who agrees (or disagrees), S all who answered. Pure, any thread.
#pragma once

#include <cstdint>

namespace xieshang::analytics {

struct Share {
    std::uint32_t successes = 0;
    std::uint32_t trials = 0;
};

// (A + 1) ÷ (S + 2): with a uniform prior (Laplace's rule of succession).
double smoothed(Share share);

// One-proportion z test of the share, with one success more, against a half.
double against_half(Share share);

// Two-proportion z test, each with one success more: how surely `own` is the larger share.
double against(Share own, Share other);

// One-sided, at 90 %: the 0.9 quantile of the normal distribution, and Polis's number for it.
inline constexpr double z_of_90_percent = 1.2815515655446004;
inline constexpr double z_of_polis = 1.2816;

} // namespace xieshang::analytics
