// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A text that others are held against: its grams with their weights, rarest first. Of one index,
// and only as long as that does not change. Any thread.
#pragma once

#include "platform/analytics/likeness.h"

#include <vector>

namespace xieshang::analytics {

struct AskedGram {
    GramKey gram = 0;
    std::uint32_t number = GramNumbers::none; // in the index
    std::uint32_t texts = 0;                  // that have it
    std::uint8_t count = 0;
    double rarity = 0;
    double frequency = 0;
    double saturation = 0;
};

class AskedText {
public:
    AskedText(const LikenessIndex& index, const FoldedText& text);

    const std::vector<AskedGram>& grams() const { return grams_; }
    const TextWeight& weight() const { return weight_; }
    const GramNumbers& places() const { return places_; } // in grams()

    // How often each of its grams stands in another text, weighted, not cut off at most_counted.
    std::vector<std::uint32_t> counts_in(const FoldedText& other) const;
    // From those counts; the level of the other's length.
    SharedWeight shared(const std::vector<std::uint32_t>& counts, unsigned length_level) const;
    // What one gram adds to it.
    SharedWeight shared(std::size_t place, std::uint32_t count, unsigned length_level) const;

private:
    std::vector<AskedGram> grams_;
    GramNumbers places_;
    TextWeight weight_;
};

} // namespace xieshang::analytics
