// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/characters.h"

#include "platform/folding/folding.h"

#include <unicode/unorm2.h>

namespace xieshang::names {
namespace {

constexpr char32_t diaeresis = 0x308;

bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

bool is_silent(char32_t c)
{
    return is_blank(c) || c == middle_dot || c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ'
        || c == U'`' || c == U'-';
}

// ǚ becomes u, ¨ and ˇ.
std::u32string taken_apart(char32_t c)
{
    UErrorCode trouble = U_ZERO_ERROR;
    const auto* normalizer = unorm2_getNFDInstance(&trouble);
    UChar parts[8]; // the longest has four
    const auto size =
        unorm2_getDecomposition(normalizer, static_cast<UChar32>(c), parts, 8, &trouble);
    if (U_FAILURE(trouble) != 0 || size < 1 || is_han(c) || parts[0] >= 0xD800) {
        return {c};
    }
    return {parts, parts + size};
}

void add_spoken(std::u32string& text, char32_t c)
{
    const auto ends_with = [&](std::u32string_view end) { return text.ends_with(end); };
    if (c == diaeresis && (ends_with(U"lu") || ends_with(U"nu"))) {
        text.back() = U'v';
    } else if (is_accent(c) || is_silent(c)) {
        return;
    } else if (c < U'1' || c > U'5' || text.empty() || !is_latin(text.back())) {
        text += c;
    }
}

} // namespace

bool is_blank(char32_t c)
{
    return folding::is_blank(folding::folded(c)) || (c >= 0x200B && c <= 0x200F) || c == 0x2060
        || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

char32_t plain(char32_t c)
{
    constexpr std::u32string_view dots = U"・•‧∙⋅･｡᛫●";
    return dots.find(c) == dots.npos ? folding::folded(c) : middle_dot;
}

std::u32string spoken(std::u32string_view text)
{
    std::u32string result;
    for (const char32_t c : text) {
        for (const char32_t part : taken_apart(plain(c))) {
            add_spoken(result, part);
        }
    }
    return result;
}

} // namespace xieshang::names
