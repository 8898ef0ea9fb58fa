// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/text_grams.h"

#include <algorithm>

namespace xieshang::analytics {
namespace {

// The last step of splitmix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30U)) * 0xBF58'476D'1CE4'E5B9;
    bits = (bits ^ (bits >> 27U)) * 0x94D0'49BB'1331'11EB;
    return bits ^ (bits >> 31U);
}

void collect(std::u32string_view field, std::vector<GramKey>& grams)
{
    for (std::size_t at = 0; at < field.size(); ++at) {
        if (is_gap(field[at])) {
            continue;
        }
        grams.push_back(gram_of(field[at]));
        if (at + 1 < field.size() && !is_gap(field[at + 1])) {
            grams.push_back(gram_of(field[at], field[at + 1]));
        }
    }
}

struct Repeated {
    GramKey gram;
    std::uint64_t times;
};

std::vector<Repeated> repeated(std::u32string_view field)
{
    std::vector<GramKey> grams;
    grams.reserve(2 * field.size());
    collect(field, grams);
    std::sort(grams.begin(), grams.end());
    std::vector<Repeated> found;
    for (const auto gram : grams) {
        if (found.empty() || found.back().gram != gram) {
            found.push_back({gram, 0});
        }
        ++found.back().times;
    }
    return found;
}

void count_known(const GramNumbers& known, std::u32string_view field, std::uint32_t weight,
    std::vector<std::uint32_t>& counts)
{
    for (std::size_t at = 0; at < field.size(); ++at) {
        const auto alone = is_gap(field[at]) ? GramNumbers::none : known.find(gram_of(field[at]));
        if (alone == GramNumbers::none) {
            continue;
        }
        counts[alone] += weight;
        if (at + 1 == field.size() || is_gap(field[at + 1])) {
            continue;
        }
        const auto pair = known.find(gram_of(field[at], field[at + 1]));
        if (pair != GramNumbers::none) {
            counts[pair] += weight;
        }
    }
}

} // namespace

CountedText counted(const FoldedText& text)
{
    const auto title = repeated(text.title);
    const auto body = repeated(text.body);
    CountedText all;
    const auto take = [&all](GramKey gram, std::uint64_t times) {
        const auto count = std::min<std::uint64_t>(times, most_counted);
        all.grams.push_back({gram, static_cast<std::uint8_t>(count)});
        all.length += static_cast<std::uint32_t>(gram) == 0 ? times : 0;
    };
    auto one = title.begin();
    auto other = body.begin();
    while (one != title.end() || other != body.end()) {
        const bool in_title =
            other == body.end() || (one != title.end() && one->gram <= other->gram);
        const bool in_body =
            one == title.end() || (other != body.end() && other->gram <= one->gram);
        const auto gram = in_title ? one->gram : other->gram;
        take(gram, (in_title ? title_weight * one->times : 0) + (in_body ? other->times : 0));
        one += in_title ? 1 : 0;
        other += in_body ? 1 : 0;
    }
    return all;
}

std::size_t GramNumbers::place_of(GramKey gram) const
{
    const auto mask = places_.size() - 1;
    auto place = mixed(gram) & mask;
    while (places_[place] != none && grams_[places_[place]] != gram) {
        place = (place + 1) & mask;
    }
    return place;
}

std::uint32_t GramNumbers::find(GramKey gram) const
{
    return places_.empty() ? none : places_[place_of(gram)];
}

std::uint32_t GramNumbers::number_of(GramKey gram)
{
    if (2 * grams_.size() >= places_.size()) {
        grow();
    }
    auto& number = places_[place_of(gram)];
    if (number == none) {
        number = static_cast<std::uint32_t>(grams_.size());
        grams_.push_back(gram);
    }
    return number;
}

void GramNumbers::grow()
{
    places_.assign(std::max<std::size_t>(64, 2 * places_.size()), none);
    for (std::size_t number = 0; number < grams_.size(); ++number) {
        places_[place_of(grams_[number])] = static_cast<std::uint32_t>(number);
    }
}

void count_known(
    const GramNumbers& known, const FoldedText& text, std::vector<std::uint32_t>& counts)
{
    count_known(known, text.title, title_weight, counts);
    count_known(known, text.body, 1, counts);
}

} // namespace xieshang::analytics
