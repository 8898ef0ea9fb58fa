// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Texts for the tests of likeness, and likeness as gram_weights.h writes it, without a thought for
// speed: every text is compared, every sum made anew. For tests.
#pragma once

#include "platform/analytics/likeness.h"
#include "platform/analytics/lots.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace xieshang::analytics {

struct MadeUpText {
    std::u32string title;
    std::u32string body;

    FoldedText view() const { return {title, body}; }
};

// Of an alphabet in which the first characters are far more frequent, with blanks.
inline std::u32string made_up_words(std::size_t size, std::size_t alphabet, Lots& lots)
{
    std::u32string words;
    for (std::size_t i = 0; i < size; ++i) {
        const double skewed = std::pow(lots.fraction(), 3) * static_cast<double>(alphabet);
        const bool is_blank = lots.below(12) == 0;
        words += is_blank ? U' ' : static_cast<char32_t>(0x4E00 + static_cast<unsigned>(skewed));
    }
    return words;
}

inline MadeUpText made_up_text(std::size_t alphabet, Lots& lots)
{
    return {made_up_words(lots.below(12), alphabet, lots),
        made_up_words(lots.below(lots.below(8) == 0 ? 400 : 60), alphabet, lots)};
}

class NaiveLikeness {
public:
    using Counts = std::map<std::u32string, double>;
    std::map<TextNumber, MadeUpText> texts;

    static Counts counts_of(const MadeUpText& text)
    {
        Counts counts;
        for (const auto& [field, weight] : {std::pair(text.title, 3), std::pair(text.body, 1)}) {
            for (std::size_t at = 0; at < field.size(); ++at) {
                for (std::size_t size = 1; size <= 2 && at + size <= field.size(); ++size) {
                    const auto gram = field.substr(at, size);
                    if (gram.find_first_of(U" \n") == gram.npos) {
                        counts[gram] += weight;
                    }
                }
            }
        }
        return counts;
    }

    double rarity_of(const std::u32string& gram) const
    {
        double with_it = 0;
        for (const auto& [number, text] : texts) {
            with_it += text.title.find(gram) != gram.npos || text.body.find(gram) != gram.npos;
        }
        return 1 + level_of(static_cast<double>(texts.size())) - level_of(with_it);
    }

    Likeness of(const MadeUpText& one, const MadeUpText& other) const
    {
        const auto a = counts_of(one);
        const auto b = counts_of(other);
        double dot = 0;
        double squares_a = 0;
        double squares_b = 0;
        double shared_a = 0;
        double shared_b = 0;
        double mass_a = 0;
        double mass_b = 0;
        for (const auto& [gram, count] : a) {
            const double i = rarity_of(gram);
            squares_a += frequency(count) * i * frequency(count) * i;
            mass_a += i * saturation(count, length_of(a));
            if (b.contains(gram)) {
                dot += frequency(count) * i * frequency(b.at(gram)) * i;
                shared_a += i * saturation(count, length_of(a));
                shared_b += i * saturation(b.at(gram), length_of(b));
            }
        }
        for (const auto& [gram, count] : b) {
            const double i = rarity_of(gram);
            squares_b += frequency(count) * i * frequency(count) * i;
            mass_b += i * saturation(count, length_of(b));
        }
        if (dot == 0) {
            return {};
        }
        Likeness found;
        found.cosine = std::min(1.0, dot / std::sqrt(squares_a * squares_b));
        found.bm25 = std::min(1.0, (shared_a / mass_a + shared_b / mass_b) / 2);
        found.score = (found.cosine + found.bm25) / 2;
        return found;
    }

    std::vector<Alike> most_alike(const MadeUpText& text, const AlikeQuestion& question) const
    {
        std::vector<Alike> found;
        for (const auto& [number, other] : texts) {
            const auto likeness = of(text, other);
            if (likeness.score > 0 && likeness.score >= question.least_score) {
                found.push_back({number, likeness});
            }
        }
        std::stable_sort(found.begin(), found.end(),
            [](const Alike& x, const Alike& y) { return x.likeness.score > y.likeness.score; });
        found.resize(std::min(found.size(), question.most));
        return found;
    }

private:
    static double level_of(double count)
    {
        return count < 1 ? 0 : std::floor(4 * std::log2(count) + 1e-9);
    }
    static double frequency(double count)
    {
        return std::round(32 * (1 + std::log(std::min(count, 255.0))));
    }
    static double length_of(const Counts& counts)
    {
        double length = 0;
        for (const auto& [gram, count] : counts) {
            length += gram.size() == 1 ? count : 0;
        }
        return length;
    }
    static double saturation(double count, double length)
    {
        const double t = std::min(count, 255.0);
        const double usual = std::exp2(level_of(length) / 4) / 260;
        return std::max(1.0, std::round(1024 * (t * 2.2 / (t + 1.2 * (0.25 + 0.75 * usual)))));
    }
};

} // namespace xieshang::analytics
