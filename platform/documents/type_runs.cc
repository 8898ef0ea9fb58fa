// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/type_runs.h"

#include "platform/documents/letters.h"

namespace xieshang::documents {
namespace {

enum class Sort : std::uint8_t { han, latin, ascii_mark, follows };

struct Sorted {
    std::string_view character;
    Sort sort;
};

bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

Sort sort_of(char32_t code)
{
    if (code == U' ' || code == U'\t' || code == 0xA0 || combines(code)) {
        return Sort::follows;
    }
    if (code < 0x80) {
        const bool is_letter =
            within(code, U'0', U'9') || within(code, U'A', U'Z') || within(code, U'a', U'z');
        return is_letter ? Sort::latin : Sort::ascii_mark;
    }
    const bool is_alphabet = within(code, 0xC0, 0x1FFF) && code != 0xD7 && code != 0xF7
        && !within(code, 0x1100, 0x11FF); // Hangul
    return is_alphabet ? Sort::latin : Sort::han;
}

// ASCII marks are Latin when what stands before or behind all of them is.
void settle_marks(std::vector<Sorted>& all)
{
    for (std::size_t begin = 0; begin < all.size();) {
        auto end = begin;
        while (end < all.size() && all[end].sort == Sort::ascii_mark) {
            ++end;
        }
        const bool is_latin = (begin > 0 && all[begin - 1].sort == Sort::latin)
            || (end < all.size() && all[end].sort == Sort::latin);
        for (; begin < end; ++begin) {
            all[begin].sort = is_latin ? Sort::latin : Sort::han;
        }
        begin = end + (end < all.size() ? 1 : 0);
    }
}

Sort first_settled(const std::vector<Sorted>& all)
{
    for (const auto& one : all) {
        if (one.sort != Sort::follows) {
            return one.sort;
        }
    }
    return Sort::han;
}

} // namespace

char32_t code_point(std::string_view character)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
    switch (character.size()) {
    case 1:
        return byte(0) < 0x80 ? static_cast<char32_t>(byte(0)) : U'\uFFFD';
    case 2:
        return (static_cast<char32_t>(byte(0) & 0x1FU) << 6U) | tail(1);
    case 3:
        return (static_cast<char32_t>(byte(0) & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2);
    case 4:
        return (static_cast<char32_t>(byte(0) & 0x07U) << 18U) | (tail(1) << 12U) | (tail(2) << 6U)
            | tail(3);
    default:
        return U'\uFFFD';
    }
}

bool combines(char32_t code)
{
    return within(code, 0x300, 0x36F) || within(code, 0x200B, 0x200F)
        || within(code, 0xFE00, 0xFE0F) || within(code, 0x1F3FB, 0x1F3FF)
        || within(code, 0xE0100, 0xE01EF);
}

std::vector<TypeRun> type_runs(std::string_view text)
{
    std::vector<Sorted> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        all.push_back({character, sort_of(code_point(character))});
    }
    settle_marks(all);
    std::vector<TypeRun> runs;
    auto current = first_settled(all);
    for (const auto& one : all) {
        current = one.sort == Sort::follows ? current : one.sort;
        const auto script = current == Sort::latin ? Script::latin : Script::han;
        if (runs.empty() || runs.back().script != script) {
            runs.push_back({script, {}});
        }
        runs.back().text += one.character;
    }
    return runs;
}

} // namespace xieshang::documents
