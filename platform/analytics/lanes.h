// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// EACH_CPU before a function makes one version for each generation of processors; the best that the
// machine has is taken when the program starts. All give the same bits: sums are cut into lanes by
// hand and nothing is contracted (-ffp-contract=off, CMakeLists.txt).
#pragma once

// Clang 14 and the sanitizers do not get along with the choice at start.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)                                \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define EACH_CPU __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define EACH_CPU
#endif

#include <cstdint>
#include <cstring>

namespace xieshang::analytics {

// Eight numbers at a time, as vectors of GCC and Clang. They are used inside one function only: a
// function that takes one would depend on the processor.
using EightDoubles [[gnu::vector_size(64), gnu::aligned(8), gnu::may_alias]] = double;
using EightMasks [[gnu::vector_size(64)]] = std::int64_t;

} // namespace xieshang::analytics
