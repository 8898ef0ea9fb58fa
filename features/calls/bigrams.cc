// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/bigrams.h"

#include <algorithm>
#include <cmath>

namespace xieshang::calls {
namespace {

constexpr char32_t first_of_general = 0x2000; // signs of writing: dashes, quotes
constexpr char32_t last_of_cjk_signs = 0x303F;
constexpr char32_t del = 0x7F;

bool is_word(char32_t c)
{
    if (c <= del) {
        return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z');
    }
    return c < first_of_general || c > last_of_cjk_signs;
}

} // namespace

Bigrams::Bigrams(std::u32string_view folded)
{
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 1; i < folded.size(); ++i) {
        if (is_word(folded[i - 1]) && is_word(folded[i])) {
            pairs.push_back(std::uint64_t{folded[i - 1]} << 32U | folded[i]);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto pair : pairs) {
        if (counts_.empty() || counts_.back().first != pair) {
            counts_.emplace_back(pair, 0);
        }
        ++counts_.back().second;
    }
    for (const auto& [pair, count] : counts_) {
        length_ += count * count;
    }
    length_ = std::sqrt(length_);
}

double Bigrams::likeness(const Bigrams& other) const
{
    if (length_ == 0 || other.length_ == 0) {
        return 0;
    }
    double common = 0;
    auto theirs = other.counts_.begin();
    for (const auto& [pair, count] : counts_) {
        while (theirs != other.counts_.end() && theirs->first < pair) {
            ++theirs;
        }
        if (theirs != other.counts_.end() && theirs->first == pair) {
            common += count * theirs->second;
        }
    }
    return common / (length_ * other.length_);
}

} // namespace xieshang::calls
