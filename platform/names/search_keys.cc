// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// A name is a row of units. The keys are, from each unit on, the units' characters, their
// syllables, their initials, and the first syllables followed by the initials of the rest.
#include "platform/names/search_keys.h"

#include "platform/folding/folding.h"
#include "platform/names/character_table.h"
#include "platform/names/characters.h"
#include "platform/names/readings.h"

#include <algorithm>

namespace xieshang::names {
namespace {

constexpr std::size_t most_units = 32;
constexpr std::size_t longest_unit = 32;

struct Unit {
    std::string characters;
    std::string syllable;
    std::string initial;
};

using Units = std::vector<Unit>;
using Keys = std::vector<std::string>;

Unit han(char32_t c, std::uint32_t number)
{
    const auto own = folding::encoded(spoken({&c, 1}));
    const std::string letters(syllables()[number].letters);
    return letters.empty() ? Unit{own, own, own} : Unit{own, letters, letters.substr(0, 1)};
}

Unit word(std::u32string_view text)
{
    const auto all = spoken(text).substr(0, longest_unit);
    const auto own = folding::encoded(all);
    return {own, own, folding::encoded(all.substr(0, 1))};
}

bool parts_words(char32_t c)
{
    return is_han(c) || is_blank(c) || plain(c) == middle_dot || plain(c) == U'-';
}

void add_unit(Units& units, Unit unit)
{
    if (!unit.characters.empty()) {
        units.push_back(std::move(unit));
    }
}

Units units_of(std::u32string_view name, const std::vector<std::uint32_t>& readings)
{
    Units units;
    for (std::size_t at = 0; at < name.size() && units.size() < most_units;) {
        const auto rest = name.substr(at);
        const auto end = std::find_if(rest.begin(), rest.end(), parts_words);
        const auto size = std::max<std::size_t>(1, static_cast<std::size_t>(end - rest.begin()));
        add_unit(units, is_han(rest[0]) ? han(rest[0], readings[at]) : word(rest.substr(0, size)));
        at += size;
    }
    return units;
}

std::string joined(const Units& units, std::size_t from, std::size_t to, std::string Unit::*part)
{
    std::string text;
    for (; from < to; ++from) {
        text += units[from].*part;
    }
    return text;
}

void add_keys(Keys& keys, const Units& units)
{
    const auto end = units.size();
    for (std::size_t from = 0; from < end; ++from) {
        keys.push_back(joined(units, from, end, &Unit::characters));
        keys.push_back(joined(units, from, end, &Unit::syllable));
        keys.push_back(joined(units, from, end, &Unit::initial));
        keys.push_back(
            joined(units, 0, from, &Unit::syllable) + joined(units, from, end, &Unit::initial));
    }
}

// Sorted, a key that begins another stands right before one that it begins.
Keys needed(Keys keys)
{
    std::sort(keys.begin(), keys.end());
    Keys result;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i + 1 == keys.size() || !keys[i + 1].starts_with(keys[i])) {
            result.push_back(std::move(keys[i]));
        }
    }
    return result;
}

std::string spoken_text(std::string_view query)
{
    return folding::encoded(spoken(folding::decoded(query)));
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

// readings_of() wants no blanks; the places of the others' readings are moved to where they stand.
std::vector<std::uint32_t> at_their_places(
    std::u32string_view name, const std::vector<std::uint32_t>& readings)
{
    std::vector<std::uint32_t> placed;
    auto next = readings.begin();
    std::transform(name.begin(), name.end(), std::back_inserter(placed),
        [&](char32_t c) { return is_blank(c) ? 0 : *next++; });
    return placed;
}

} // namespace

std::vector<std::string> search_keys(std::string_view name)
{
    const auto text = folding::decoded(name);
    auto shown = text;
    std::erase_if(shown, is_blank);
    const auto readings = readings_of(shown);
    Keys keys;
    add_keys(keys, units_of(text, at_their_places(text, readings.as_name)));
    if (readings.as_usual != readings.as_name) {
        add_keys(keys, units_of(text, at_their_places(text, readings.as_usual)));
    }
    return needed(std::move(keys));
}

std::string search_text(std::string_view name)
{
    std::string text;
    for (const auto& key : search_keys(name)) {
        text += "\n" + key;
    }
    return text;
}

std::string key_pattern(std::string_view query) { return escaped(spoken_text(query)) + "%"; }

std::string text_pattern(std::string_view query)
{
    const auto spoken = spoken_text(query);
    return spoken.empty() ? "%" : "%\n" + escaped(spoken) + "%";
}

bool matches(std::string_view name, std::string_view query)
{
    const auto begin = spoken_text(query);
    const auto keys = search_keys(name);
    return begin.empty() || std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return key.starts_with(begin);
    });
}

} // namespace xieshang::names
