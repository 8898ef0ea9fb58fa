// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/readings.h"

#include "platform/names/character_table.h"
#include "platform/names/characters.h"
#include "platform/names/surnames.h"

#include <algorithm>
#include <unordered_map>

namespace xieshang::names {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers numbers_of(std::string_view written)
{
    static const auto known = [] {
        std::unordered_map<std::string_view, std::uint32_t> all;
        for (std::uint32_t i = 0; i < syllables().size(); ++i) {
            all.emplace(syllables()[i].written, i);
        }
        return all;
    }();
    Numbers numbers;
    while (!written.empty()) {
        const auto size = std::min(written.find(' '), written.size());
        numbers.push_back(known.at(written.substr(0, size)));
        written.remove_prefix(std::min(size + 1, written.size()));
    }
    return numbers;
}

using Surnames = std::unordered_map<std::u32string_view, Numbers>;

const Surnames& surnames()
{
    static const auto all = [] {
        Surnames surnames;
        for (const auto& row : surname_readings) {
            surnames.emplace(row.surname, numbers_of(row.written));
        }
        return surnames;
    }();
    return all;
}

// Null: the characters are no such surname.
const Numbers* numbers_of_surname(std::u32string_view characters)
{
    auto found = surnames().find(characters); // 於 is a surname beside 于, to which it folds
    if (found == surnames().end()) {
        std::u32string folded(characters);
        std::transform(folded.begin(), folded.end(), folded.begin(), plain);
        found = surnames().find(folded);
    }
    return found == surnames().end() ? nullptr : &found->second;
}

std::uint32_t usual(char32_t c)
{
    const auto own = is_han(c) ? character_of(c).syllable : 0;
    return own == 0 && is_han(plain(c)) ? character_of(plain(c)).syllable : own;
}

bool has_surname(std::u32string_view name)
{
    const auto is_dot = [](char32_t c) { return plain(c) == middle_dot; };
    return !name.empty() && is_han(name[0]) && std::none_of(name.begin(), name.end(), is_dot);
}

} // namespace

Readings readings_of(std::u32string_view name)
{
    Readings readings;
    std::transform(name.begin(), name.end(), std::back_inserter(readings.as_usual), usual);
    readings.as_name = readings.as_usual;
    if (!has_surname(name)) {
        return readings;
    }
    constexpr std::size_t longest = 4;
    readings.surname = 1;
    for (auto begin = name.substr(0, longest); !begin.empty(); begin.remove_suffix(1)) {
        if (const auto* numbers = numbers_of_surname(begin)) {
            std::copy(numbers->begin(), numbers->end(), readings.as_name.begin());
            readings.surname = begin.size();
            break;
        }
    }
    return readings;
}

} // namespace xieshang::names
