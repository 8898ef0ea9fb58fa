// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Prints character_table.cc. Strokes come from Debian's rime-data-stroke (h 横, s 竖, p 撇, n 点
// and 捺, z 折): where it has two ways to write a character, the later is that of the mainland.
// Readings are those of ICU's Han-Latin. Runs at build time: loading these rules takes longer than
// the whole program may to start.  Usage: make_character_table STROKES
#include "platform/folding/folding.h"
#include "platform/names/character_table.h"
#include "platform/names/surnames.h"
#include "platform/names/table/official_order.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <tuple>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uscript.h>
#include <vector>

namespace {

using namespace xieshang;
using icu::UnicodeString;

constexpr char32_t last_han = 0x323AF;
constexpr std::string_view kinds = "hspnz"; // 横竖撇点折

struct Reading {
    std::string letters;
    int tone = 5;
    std::string written;
    auto operator<=>(const Reading&) const = default;
};

using Strokes = std::map<char32_t, std::string>;
using Readings = std::map<char32_t, Reading>;

// "张\tzhzphzn"; what is no such line (the head, a stroke of unknown kind) is passed over.
Strokes strokes_in(const char* path)
{
    Strokes strokes;
    std::ifstream lines(path);
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos || tab + 1 == line.size()) {
            continue;
        }
        const auto character = folding::decoded(std::string_view(line).substr(0, tab));
        const auto code = line.substr(tab + 1);
        if (character.size() == 1 && code.find_first_not_of(kinds) == std::string::npos) {
            strokes[character[0]] = code;
        }
    }
    return strokes;
}

std::map<char32_t, std::uint32_t> places(const Strokes& strokes)
{
    constexpr std::u32string_view official = names::official_order;
    using Key = std::tuple<std::size_t, std::vector<std::size_t>, std::size_t, char32_t>;
    std::vector<Key> keys;
    for (const auto& [c, code] : strokes) {
        std::vector<std::size_t> ways;
        for (const char stroke : code) {
            ways.push_back(kinds.find(stroke));
        }
        keys.emplace_back(code.size(), ways, std::min(official.find(c), official.size()), c);
    }
    std::sort(keys.begin(), keys.end());
    std::map<char32_t, std::uint32_t> places;
    for (const auto& key : keys) {
        places[std::get<char32_t>(key)] = static_cast<std::uint32_t>(places.size() + 1);
    }
    return places;
}

Reading reading_of(const UnicodeString& written)
{
    UErrorCode trouble = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(trouble);
    const auto parts = normalizer->normalize(written, trouble);
    static const std::map<char16_t, int> tones{
        {u'\u0304', 1}, {u'\u0301', 2}, {u'\u030C', 3}, {u'\u0300', 4}};
    Reading reading;
    for (int at = 0; at < parts.length(); ++at) {
        const char16_t c = parts[at];
        if (c >= u'a' && c <= u'z') {
            reading.letters += static_cast<char>(c);
        } else if (c == u'\u0308' && reading.letters.ends_with('u')) {
            reading.letters.back() = 'v';
        } else if (tones.contains(c)) {
            reading.tone = tones.at(c);
        }
    }
    written.toUTF8String(reading.written);
    return reading;
}

Readings readings()
{
    UErrorCode trouble = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, trouble));
    Readings readings;
    for (char32_t c = 0x3007; latin && c <= last_han; ++c) {
        const UnicodeString own(static_cast<UChar32>(c));
        UnicodeString text(own);
        if (uscript_getScript(static_cast<UChar32>(c), &trouble) != USCRIPT_HAN) {
            continue;
        }
        latin->transliterate(text);
        text.trim();
        if (auto reading = reading_of(text); text != own && !reading.letters.empty()) {
            readings[c] = std::move(reading);
        }
    }
    return readings;
}

// With what surnames alone are read as: nā.
std::map<Reading, std::uint32_t> numbered(const Readings& readings)
{
    std::map<Reading, std::uint32_t> numbers{{Reading{}, 0}};
    for (const auto& surname : names::surname_readings) {
        std::istringstream words{std::string(surname.written)};
        for (std::string word; words >> word;) {
            numbers[reading_of(UnicodeString::fromUTF8(word))] = 0;
        }
    }
    for (const auto& [c, reading] : readings) {
        numbers[reading] = 0;
    }
    std::uint32_t next = 0;
    for (auto& [reading, number] : numbers) {
        number = next++;
    }
    return numbers;
}

void print_syllables(const std::map<Reading, std::uint32_t>& numbers)
{
    std::puts("static constexpr Syllable all_syllables[] = {");
    for (const auto& [reading, number] : numbers) {
        std::printf("{\"%s\",\"%s\",%d},\n", reading.written.c_str(), reading.letters.c_str(),
            reading.tone);
    }
    std::puts("};\nstd::span<const Syllable> syllables() { return all_syllables; }\n");
}

void print_characters(const std::map<char32_t, names::Character>& characters)
{
    std::vector<names::Run> runs;
    char32_t expected = 0;
    std::size_t at = 0;
    std::puts("static constexpr std::uint32_t characters[] = {");
    for (const auto& [c, character] : characters) {
        if (c != expected) {
            runs.push_back({c, at});
        }
        std::printf("%u,\n", character.packed());
        expected = c + 1;
        ++at;
    }
    std::puts("};\nstatic constexpr Run all_runs[] = {");
    for (const auto& run : runs) {
        std::printf("{0x%X,%zu},\n", static_cast<unsigned>(run.first), run.begin);
    }
    std::puts("};\nstd::span<const Run> runs() { return all_runs; }\n"
              "std::span<const std::uint32_t> packed_characters() { return characters; }\n");
}

} // namespace

int main(int count, char** words)
{
    const auto strokes = count == 2 ? strokes_in(words[1]) : Strokes{};
    const auto all = readings();
    if (strokes.size() < 20'000 || all.size() < 20'000) {
        std::fputs(
            "the strokes of rime-data-stroke or ICU's Han-Latin are not what they were\n", stderr);
        return 1;
    }
    const auto numbers = numbered(all);
    std::map<char32_t, names::Character> characters;
    for (const auto& [c, place] : places(strokes)) {
        characters[c].place = place;
    }
    for (const auto& [c, reading] : all) {
        characters[c].syllable = numbers.at(reading);
    }
    std::puts("// Made by platform/names/table/make_character_table.cc\n"
              "#include \"platform/names/character_table.h\"\n\nnamespace xieshang::names {\n");
    print_syllables(numbers);
    print_characters(characters);
    std::puts("} // namespace xieshang::names");
    return 0;
}
