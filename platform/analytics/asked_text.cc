// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/asked_text.h"

#include <algorithm>

namespace xieshang::analytics {

AskedText::AskedText(const LikenessIndex& index, const FoldedText& text)
{
    const auto own = counted(text);
    const auto& saturation = saturations()[level(own.length)];
    for (const auto& [gram, count] : own.grams) {
        AskedGram asked{.gram = gram, .number = index.grams_.find(gram), .count = count};
        if (asked.number != GramNumbers::none) {
            asked.texts =
                static_cast<std::uint32_t>(index.texts_with_[asked.number].postings.size());
        }
        asked.rarity = rarity(asked.texts, index.size());
        asked.frequency = frequencies()[count];
        asked.saturation = saturation[count];
        const double both = asked.frequency * asked.rarity;
        weight_.squares += both * both;
        weight_.mass += asked.rarity * asked.saturation;
        grams_.push_back(asked);
    }
    std::stable_sort(grams_.begin(), grams_.end(),
        [](const AskedGram& a, const AskedGram& b) { return a.texts < b.texts; });
    for (const auto& asked : grams_) {
        places_.number_of(asked.gram);
    }
}

std::vector<std::uint32_t> AskedText::counts_in(const FoldedText& other) const
{
    std::vector<std::uint32_t> counts(grams_.size());
    count_known(places_, other, counts);
    return counts;
}

SharedWeight AskedText::shared(std::size_t place, std::uint32_t count, unsigned length_level) const
{
    const auto& asked = grams_[place];
    const auto other = std::min(count, most_counted);
    return {.dot = asked.frequency * asked.rarity * asked.rarity * frequencies()[other],
        .mass_a = asked.rarity * asked.saturation,
        .mass_b = asked.rarity * saturations()[length_level][other]};
}

SharedWeight AskedText::shared(
    const std::vector<std::uint32_t>& counts, unsigned length_level) const
{
    SharedWeight sum;
    for (std::size_t place = 0; place < counts.size(); ++place) {
        if (counts[place] > 0) {
            const auto one = shared(place, counts[place], length_level);
            sum.dot += one.dot;
            sum.mass_a += one.mass_a;
            sum.mass_b += one.mass_b;
        }
    }
    return sum;
}

} // namespace xieshang::analytics
