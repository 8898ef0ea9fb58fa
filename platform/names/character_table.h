// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is known of each Han character: its place in the order of strokes and its usual reading.
// Made at build time by table/make_character_table.cc. For this folder only. Pure, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace xieshang::names {

struct Syllable {
    std::string_view written; // lǚ
    std::string_view letters; // lv
    int tone;                 // 1 to 4, and 5 for none
};

// In the order of letters (ü behind u) and tones. The first is empty: no reading is known.
std::span<const Syllable> syllables();

// A character takes 32 bits: 17 for its place, 11 for its syllable.
constexpr unsigned place_bits = 17;

struct Character {
    std::uint32_t place = 0;    // among all by strokes, from 1; 0: its strokes are not known
    std::uint32_t syllable = 0; // in syllables()

    constexpr std::uint32_t packed() const { return syllable << place_bits | place; }
    static constexpr Character unpacked(std::uint32_t bits)
    {
        return {.place = bits & ((1U << place_bits) - 1), .syllable = bits >> place_bits};
    }
};

struct Run { // neighbours in Unicode
    char32_t first;
    std::size_t begin; // in packed_characters()
};

std::span<const Run> runs();
std::span<const std::uint32_t> packed_characters();

Character character_of(char32_t c);

} // namespace xieshang::names
