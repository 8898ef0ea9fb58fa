// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/numerals.h"

#include "platform/base/chinese_number.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace xieshang::documents {
namespace {

constexpr std::string_view stems = "甲乙丙丁戊己庚辛壬癸";
constexpr std::string_view branches = "子丑寅卯辰巳午未申酉戌亥";

std::string utf8(std::uint32_t c) // of the basic plane, above U+07FF
{
    return {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
        static_cast<char>(0x80U | (c & 0x3FU))};
}

std::string roman(int value)
{
    constexpr std::array<std::pair<int, std::string_view>, 13> signs{
        {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
            {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    if (value <= 0 || value > 3999) {
        return std::to_string(value);
    }
    std::string text;
    for (const auto& [worth, sign] : signs) {
        for (; value >= worth; value -= worth) {
            text += sign;
        }
    }
    return text;
}

// A … Z, AA, BB …
std::string letters(int value, char first)
{
    if (value <= 0 || value > 780) {
        return std::to_string(value);
    }
    return std::string(static_cast<std::size_t>((value - 1) / 26 + 1),
        static_cast<char>(first + (value - 1) % 26));
}

std::string one_of(int value, std::string_view signs) // of three bytes each, over and over
{
    const int count = static_cast<int>(signs.size() / 3);
    return value <= 0
        ? std::to_string(value)
        : std::string(signs.substr(static_cast<std::size_t>((value - 1) % count) * 3, 3));
}

struct Enclosed {
    std::string_view format;
    int last;
    std::uint32_t first; // the sign of 1
};

constexpr auto enclosed = std::to_array<Enclosed>({
    {"decimalEnclosedCircle", 20, 0x2460},
    {"decimalEnclosedCircleChinese", 20, 0x2460},
    {"decimalEnclosedParen", 20, 0x2474},
    {"decimalEnclosedFullstop", 20, 0x2488},
    {"ideographEnclosedCircle", 10, 0x3280},
});

std::string full_width(int value)
{
    std::string text;
    for (const char c : std::to_string(value)) {
        text += utf8(0xFF10U + static_cast<std::uint32_t>(c - '0'));
    }
    return text;
}

std::string lowered(std::string text)
{
    for (auto& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

} // namespace

std::string chinese_digits(int value)
{
    std::string text;
    for (const char c : std::to_string(value)) {
        text += c == '0' ? "〇" : base::chinese_number(c - '0');
    }
    return text;
}

std::string numeral(int value, std::string_view format)
{
    if (format == "none" || format == "bullet") {
        return {};
    }
    for (const auto& [name, last, first] : enclosed) {
        if (format == name && value >= 1 && value <= last) {
            return utf8(first + static_cast<std::uint32_t>(value - 1));
        }
    }
    if (format.starts_with("chineseCounting") || format.starts_with("japaneseCounting")
        || format.starts_with("taiwaneseCounting") || format == "koreanCounting") {
        return base::chinese_number(value);
    }
    if (format == "chineseLegalSimplified" || format == "japaneseLegal"
        || format == "ideographLegalTraditional") {
        return base::legal_number(value);
    }
    if (format == "ideographDigital" || format == "japaneseDigitalTenThousand"
        || format == "taiwaneseDigital" || format == "koreanDigital") {
        return chinese_digits(value);
    }
    return format == "upperRoman"                             ? roman(value)
        : format == "lowerRoman"                              ? lowered(roman(value))
        : format == "upperLetter"                             ? letters(value, 'A')
        : format == "lowerLetter"                             ? letters(value, 'a')
        : format == "ideographTraditional"                    ? one_of(value, stems)
        : format == "ideographZodiac"                         ? one_of(value, branches)
        : format.starts_with("decimalFull")                   ? full_width(value)
        : format == "decimalZero" && value < 10 && value >= 0 ? "0" + std::to_string(value)
                                                              : std::to_string(value);
}

} // namespace xieshang::documents
