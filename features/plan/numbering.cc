// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/numbering.h"

#include "features/plan/script.h"

#include <algorithm>
#include <array>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

char32_t char_at(Text text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

int han_digit(char32_t c)
{
    constexpr Text digits = U"〇一二三四五六七八九";
    if (c == U'零' || c == U'两') {
        return c == U'零' ? 0 : 2;
    }
    const auto found = c == U'\0' ? Text::npos : digits.find(c);
    return found == Text::npos ? -1 : static_cast<int>(found);
}

struct Symbols {
    char32_t first;
    char32_t last;
    int value; // of the first
    Numbering type;
};

constexpr auto symbols = std::to_array<Symbols>({
    {U'①', U'⑳', 1, Numbering::circled},
    {U'㉑', U'㉟', 21, Numbering::circled},
    {U'❶', U'❿', 1, Numbering::circled},
    {U'➀', U'➉', 1, Numbering::circled},
    {U'⑴', U'⒇', 1, Numbering::arabic_paren},
    {U'⒈', U'⒛', 1, Numbering::arabic_dot},
    {U'㈠', U'㈩', 1, Numbering::han_paren},
    {U'Ⅰ', U'Ⅻ', 1, Numbering::roman},
});

std::optional<Marker> symbol_at(Text text, std::size_t at)
{
    const char32_t c = char_at(text, at);
    for (const auto& row : symbols) {
        if (c >= row.first && c <= row.last) {
            const bool delimited = is_one_of(char_at(text, at + 1), U"、.");
            if (row.type == Numbering::roman && !delimited) {
                return std::nullopt;
            }
            return Marker{
                row.type, row.value + static_cast<int>(c - row.first), delimited ? 2U : 1U, false};
        }
    }
    return std::nullopt;
}

// (一) (1) 一) 1)
std::optional<Marker> paren_at(Text text, std::size_t at)
{
    const bool opened = is_one_of(char_at(text, at), U"(〔[【");
    const std::size_t start = at + (opened ? 1 : 0);
    const auto han = han_number_at(text, start);
    const auto number = han.length > 0 ? han : arabic_number_at(text, start);
    const std::size_t close = start + number.length;
    if (number.length == 0 || number.value == 0 || !is_one_of(char_at(text, close), U")〕]】")) {
        return std::nullopt;
    }
    std::size_t end = close + 1;
    end += is_one_of(char_at(text, end), U"、.") ? 1 : 0;
    return Marker{han.length > 0 ? Numbering::han_paren : Numbering::arabic_paren, number.value,
        end - at, false};
}

// What follows a delimiter shows that it was none: 3、4号线, 一、二、三产业.
bool goes_on_counting(Text text, std::size_t after, int value)
{
    const auto next = number_at(text, after);
    return next.length > 0 && next.value == value + 1
        && !is_one_of(char_at(text, after + next.length), U"年月");
}

std::optional<Marker> dotted_at(Text text, std::size_t at, const HasGap& has_gap)
{
    std::size_t i = at;
    int parts = 0;
    int value = 0;
    while (true) {
        const auto number = arabic_number_at(text, i);
        if (number.length == 0 || number.length > 2 || parts == 4) {
            return std::nullopt;
        }
        value = number.value;
        i += number.length;
        ++parts;
        if (char_at(text, i) != U'.' || !is_digit(char_at(text, i + 1)) || has_gap(i + 1)) {
            break;
        }
        ++i;
    }
    const bool closed = is_one_of(char_at(text, i), U"、.");
    if (parts < 2 || i + (closed ? 1 : 0) >= text.size() || (!closed && !has_gap(i))) {
        return std::nullopt;
    }
    return Marker{Numbering::dotted, value, i + (closed ? 1 : 0) - at, false};
}

std::optional<Marker> delimited_at(Text text, std::size_t at, const HasGap& has_gap)
{
    const auto han = han_number_at(text, at);
    const auto number = han.length > 0 ? han : arabic_number_at(text, at);
    if (number.length == 0 || number.length > 3 || number.value == 0) {
        return std::nullopt;
    }
    const auto type = han.length > 0 ? Numbering::han_comma : Numbering::arabic_dot;
    std::size_t end = at + number.length;
    const char32_t delimiter = char_at(text, end);
    if (is_one_of(delimiter, U"、.,:。")) {
        ++end;
        // 3.5G may be item 3 or a decimal
        const bool is_decimal =
            delimiter == U'.' && han.length == 0 && is_digit(char_at(text, end)) && !has_gap(end);
        const bool is_weak = is_decimal || !is_one_of(delimiter, U"、.");
        if (!is_decimal && !(end < text.size() && has_gap(end))
            && goes_on_counting(text, end, number.value)) {
            return std::nullopt;
        }
        while (is_one_of(char_at(text, end), U"、.")) {
            ++end;
        }
        return Marker{type, number.value, end - at, is_weak};
    }
    if (end < text.size() && has_gap(end)
        && !is_one_of(delimiter, U"年月日号个场次项件季至到-—~")) {
        return Marker{type, number.value, end - at, true};
    }
    return std::nullopt;
}

std::optional<Marker> named_at(Text text, std::size_t at, const HasGap& has_gap)
{
    for (const Text word : {Text(U"议题"), Text(U"课题"), Text(U"选题"), Text(U"专题")}) {
        if (text.substr(at, 2) != word) {
            continue;
        }
        auto number = paren_at(text, at + 2);
        if (!number) {
            const auto plain = number_at(text, at + 2);
            if (plain.length == 0 || plain.length > 3) {
                return std::nullopt;
            }
            number = Marker{Numbering::named, plain.value, plain.length, false};
        }
        std::size_t end = at + 2 + number->length;
        if (is_one_of(char_at(text, end), U":、.,")) {
            ++end;
        } else if (end < text.size() && !has_gap(end)) {
            return std::nullopt;
        }
        return Marker{Numbering::named, number->value, end - at, false};
    }
    return std::nullopt;
}

std::optional<Marker> ordinal_at(Text text, std::size_t at, const HasGap& has_gap)
{
    const auto number = number_at(text, at + 1);
    const std::size_t end = at + 1 + number.length;
    if (number.length == 0 || number.value == 0) {
        return std::nullopt;
    }
    for (const Text word : {Text(U"部分"), Text(U"章"), Text(U"篇"), Text(U"节")}) {
        const std::size_t after = end + word.size();
        if (text.substr(end, word.size()) == word
            && (after == text.size() || has_gap(after)
                || is_one_of(char_at(text, after), U"、:.,"))) {
            const bool delimited = is_one_of(char_at(text, after), U"、:.,");
            return Marker{
                Numbering::chapter, number.value, after + (delimited ? 1 : 0) - at, false};
        }
    }
    if (text.substr(end, 2) == U"议题" && is_one_of(char_at(text, end + 2), U":、")) {
        return Marker{Numbering::named, number.value, end + 3 - at, false};
    }
    if (is_one_of(char_at(text, end), U"、:,.")) {
        return Marker{Numbering::ordinal, number.value, end + 1 - at, true};
    }
    return std::nullopt;
}

std::optional<Marker> bullet_at(Text text, std::size_t at, const HasGap& has_gap)
{
    const char32_t c = char_at(text, at);
    const bool is_dash = is_one_of(c, U"-*–—+");
    if (!is_dash && !is_one_of(c, U"•●◆■□○▪▶➢·◇★☆※►➤")) {
        return std::nullopt;
    }
    if (at + 1 >= text.size() || (is_dash && !has_gap(at + 1))) {
        return std::nullopt;
    }
    return Marker{Numbering::bullet, 0, 1, true};
}

} // namespace

Counted arabic_number_at(Text text, std::size_t at)
{
    std::size_t i = at;
    int value = 0;
    while (is_digit(char_at(text, i))) {
        if (i - at == 4) {
            return {};
        }
        value = value * 10 + static_cast<int>(text[i] - U'0');
        ++i;
    }
    return {value, i - at};
}

Counted han_number_at(Text text, std::size_t at)
{
    std::size_t i = at;
    int total = 0;
    int digit = -1;
    for (; i - at < 6; ++i) {
        const char32_t c = char_at(text, i);
        if (c == U'十' || c == U'百') {
            total += (digit < 0 ? 1 : digit) * (c == U'十' ? 10 : 100);
            digit = 0;
            continue;
        }
        const int next = han_digit(c);
        if (next < 0 || (digit > 0 && next > 0) || (next == 0 && total == 0)) {
            break;
        }
        digit = next;
    }
    return {total + std::max(digit, 0), i - at};
}

Counted number_at(Text text, std::size_t at)
{
    const auto han = han_number_at(text, at);
    return han.length > 0 ? han : arabic_number_at(text, at);
}

std::optional<Marker> marker_at(Text text, std::size_t at, const HasGap& has_gap)
{
    const char32_t c = char_at(text, at);
    if (c == U'议' || c == U'课' || c == U'选' || c == U'专') {
        return named_at(text, at, has_gap);
    }
    if (c == U'第') {
        return ordinal_at(text, at, has_gap);
    }
    if (auto marker = symbol_at(text, at)) {
        return marker;
    }
    if (auto marker = paren_at(text, at)) {
        return marker;
    }
    if (is_digit(c)) {
        if (auto marker = dotted_at(text, at, has_gap)) {
            return marker;
        }
    }
    if (auto marker = delimited_at(text, at, has_gap)) {
        return marker;
    }
    return bullet_at(text, at, has_gap);
}

} // namespace xieshang::plan
