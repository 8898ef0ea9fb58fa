// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a gram weighs in a text and how alike two texts are by what they share. All weights are
// whole numbers in doubles, so that sums of them are exact: their order changes nothing, and what
// was added can be taken away again without a trace.
//
//   n(g)    texts that hold gram g, of N;     t  how often it counts in text d
//   i(g)    1 + level(N) − level(max(n, 1)),  level(n) = ⌊4·log2 n⌋, 0 for 0: the inverse document
//           frequency, in quarters of an octave
//   f(t)    round(32·(1 + ln t))
//   s_d(t)  round(1024·t·(k + 1) ÷ (t + k·(1 − b + b·length ÷ 260))), k = 1.2, b = 0.75, length
//   down
//           to its level; 260 is a title of 20 characters and a body of 200
//
//   cosine(a, b) = Σ_shared f_a·f_b·i² ÷ √(Σ_a f_a²·i² · Σ_b f_b²·i²)         (Salton and Buckley
//   1988) B(q → d)     = Σ_shared i·s_d        (Robertson and Zaragoza 2009, "The Probabilistic
//   Relevance
//                  Framework: BM25 and Beyond", 3.15, a gram of the query counting once)
//   bm25(a, b)   = ½·(B(a → b) ÷ B(b → b) + B(b → a) ÷ B(a → a)): how much of each stands in the
//   other score(a, b)  = ½·cosine + ½·bm25
//
// All three lie in 0…1 and are the same for (b, a), to the last bit; 1 for a text and itself; 0 if
// no gram is shared. The length that is usual is a constant, not the mean, so that a text's weight
// does not move with all others. Pure, any thread.
#pragma once

#include "platform/analytics/text_grams.h"

#include <array>
#include <cstdint>

namespace xieshang::analytics {

struct Likeness {
    double score = 0;
    double cosine = 0;
    double bm25 = 0;

    bool operator==(const Likeness&) const = default;
};

unsigned level(std::uint64_t count);

// n <= texts, or both are 0.
double rarity(std::uint64_t texts_with_it, std::uint64_t texts);

inline constexpr std::size_t level_count = 160;
using ByCount = std::array<double, most_counted + 1>; // nothing for 0

const ByCount& frequencies();
// By the level of the text's length.
const std::array<ByCount, level_count>& saturations();

// Of one text: Σ f²·i² and B(d → d).
struct TextWeight {
    double squares = 0;
    double mass = 0;

    bool operator==(const TextWeight&) const = default;
};

// Over the grams that text a shares with text b: Σ f_a·f_b·i², Σ i·s_a and Σ i·s_b.
struct SharedWeight {
    double dot = 0;
    double mass_a = 0;
    double mass_b = 0;
};

// Grows with each of the shared weights, rounding included.
Likeness likeness_of(const SharedWeight& shared, const TextWeight& a, const TextWeight& b);

} // namespace xieshang::analytics
