// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// A character becomes a number, a name its numbers in hexadecimal:
//   strokes  0x000000 + sign   0x200000 + place   0x400000 + code point: no strokes known
//   pinyin   0x00000000 + sign   0x40000000 + syllable and place   0x80000000 + place or
//            0xC0000000 + code point: no reading known
// A number that does not tell its character (folded, blank) makes the text itself follow, behind a
// zero that sorts before each number. Before a single given name stands a 1.
#include "platform/names/order.h"

#include "platform/folding/folding.h"
#include "platform/names/character_table.h"
#include "platform/names/characters.h"
#include "platform/names/readings.h"

#include <algorithm>

namespace xieshang::names {
namespace {

constexpr std::size_t stroke_digits = 6;
constexpr std::size_t pinyin_digits = 8;
constexpr std::uint32_t single_given_name = 1; // 单名; no sign has this number, nor one before it

void append(std::string& key, std::uint32_t number, std::size_t digits)
{
    for (std::size_t left = digits; left-- > 0;) {
        key += "0123456789abcdef"[number >> (4 * left) & 0xFU];
    }
}

std::uint32_t by_strokes(char32_t c)
{
    if (!is_han(c)) {
        return plain(c);
    }
    const auto place = character_of(c).place;
    return place == 0 ? 0x400000U + c : 0x200000U + place;
}

std::uint32_t by_pinyin(char32_t c, std::uint32_t syllable)
{
    if (!is_han(c)) {
        return plain(c);
    }
    const auto place = character_of(c).place;
    if (syllable == 0) {
        return place == 0 ? 0xC0000000U + c : 0x80000000U + place;
    }
    constexpr auto behind_all = (1U << place_bits) - 1;
    return 0x40000000U + Character{place == 0 ? behind_all : place, syllable}.packed();
}

bool tells_itself(char32_t c) { return is_han(c) && character_of(c).place != 0; }

void append_itself(std::string& key, std::u32string_view name, std::size_t digits)
{
    if (!std::all_of(name.begin(), name.end(), tells_itself)) {
        append(key, 0, digits);
        for (const char32_t c : name) {
            append(key, c, stroke_digits);
        }
    }
}

std::u32string without_blanks(std::u32string_view name)
{
    std::u32string text;
    std::copy_if(name.begin(), name.end(), std::back_inserter(text),
        [](char32_t c) { return !is_blank(c); });
    return text;
}

} // namespace

std::string stroke_key(std::string_view name)
{
    const auto text = folding::decoded(name);
    const auto shown = without_blanks(text);
    const auto surname = readings_of(shown).surname;
    std::string key;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i == surname && i != 0 && i + 1 == shown.size()) {
            append(key, single_given_name, stroke_digits);
        }
        append(key, by_strokes(shown[i]), stroke_digits);
    }
    append_itself(key, text, stroke_digits);
    return key;
}

std::string pinyin_key(std::string_view name)
{
    const auto text = folding::decoded(name);
    const auto shown = without_blanks(text);
    const auto readings = readings_of(shown);
    std::string key;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        append(key, by_pinyin(shown[i], readings.as_name[i]), pinyin_digits);
    }
    append_itself(key, text, pinyin_digits);
    return key;
}

} // namespace xieshang::names
