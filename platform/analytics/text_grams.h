// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What two short texts are compared by: each folded character alone and each two neighbours within
// what stands between blanks, as in folding/grams.h, but as numbers. A gram of the title counts as
// often as title_weight says, one of the body once (weights on fields before the saturation:
// Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted fields").
// Pure; any thread for what is const.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::analytics {

// Both folded (folding::folded). The views are not kept.
struct FoldedText {
    std::u32string_view title;
    std::u32string_view body;
};

inline constexpr std::uint32_t title_weight = 3;

// More often than this a gram does not count in one text.
inline constexpr std::uint32_t most_counted = 255;

// The character, and its neighbour or 0.
using GramKey = std::uint64_t;

// In a folded text; NUL is never left by folding, but would be no neighbour.
constexpr bool is_gap(char32_t c) { return c == U' ' || c == U'\n' || c == U'\0'; }
constexpr GramKey gram_of(char32_t one, char32_t next = U'\0')
{
    return GramKey{one} << 32U | GramKey{next};
}

struct CountedGram {
    GramKey gram = 0;
    std::uint8_t count = 0;

    bool operator==(const CountedGram&) const = default;
};

struct CountedText {
    std::vector<CountedGram> grams; // ascending, each once
    std::uint64_t length = 0;       // characters that are no gaps, those of the title weighted
};

CountedText counted(const FoldedText& text);

// Grams ⇄ 0, 1, 2… in the order of their coming. Twelve to twenty-four bytes a gram.
class GramNumbers {
public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    std::uint32_t find(GramKey gram) const; // none, if it has no number
    std::uint32_t number_of(GramKey gram);  // gives it the next, if it has none
    std::size_t size() const { return grams_.size(); }

private:
    std::size_t place_of(GramKey gram) const;
    void grow();

    std::vector<GramKey> grams_;
    std::vector<std::uint32_t> places_; // a power of two; at most half of them taken
};

// Adds to counts[n] how often gram n stands in the text, weighted; others are passed over. A pair
// is known only if its first character is.
void count_known(
    const GramNumbers& known, const FoldedText& text, std::vector<std::uint32_t>& counts);

} // namespace xieshang::analytics
