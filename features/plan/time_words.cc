// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/time_words.h"

#include "features/plan/numbering.h"

#include <algorithm>
#include <array>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

std::size_t word_at(Text text, std::size_t at, std::initializer_list<Text> words)
{
    std::size_t longest = 0;
    for (const auto word : words) {
        if (word.size() > longest && text.substr(at, word.size()) == word) {
            longest = word.size();
        }
    }
    return longest;
}

std::size_t year_length(Text text, std::size_t at)
{
    const auto year = year_at(text, at);
    return year.length > 0 ? year.length
                           : word_at(text, at, {U"今年", U"明年", U"本年", U"次年", U"当年"});
}

// 5月, 5月中旬, 5月20日, 5-6月, 5、6月; several months are put into `months`.
std::size_t months_at(Text text, std::size_t at, std::vector<int>& months)
{
    std::vector<int> named;
    std::size_t i = at;
    while (true) {
        const auto number = number_at(text, i);
        if (number.length == 0 || number.value < 1 || number.value > 12) {
            return 0;
        }
        named.push_back(number.value);
        i += number.length;
        if (text.substr(i, 1) == U"月") {
            break;
        }
        const auto joint = word_at(text, i,
            {U"-", U"—", U"——", U"–", U"~", U"至", U"到", U"、", U"/", U"和", U"或", U","});
        if (joint == 0 || named.size() == 12) {
            return 0;
        }
        i += joint;
    }
    ++i;
    i += word_at(text, i, {U"份"});
    const auto day = number_at(text, i);
    if (const auto unit = word_at(text, i + day.length, {U"日", U"号"});
        day.length > 0 && unit > 0) {
        i += day.length + unit;
    } else {
        i += word_at(text, i,
            {U"上旬", U"中旬", U"下旬", U"上中旬", U"中下旬", U"初", U"中", U"底", U"末", U"上半月",
                U"下半月"});
    }
    months.insert(months.end(), named.begin(), named.end());
    return i - at;
}

std::size_t quarter_at(Text text, std::size_t at)
{
    std::size_t i = at + word_at(text, at, {U"第", U"前"});
    while (true) {
        const auto number = number_at(text, i);
        if (number.length == 0 || number.value < 1 || number.value > 4) {
            return 0;
        }
        i += number.length;
        if (const auto unit = word_at(text, i, {U"季度", U"季"}); unit > 0) {
            i += unit;
            return i + word_at(text, i, {U"初", U"中", U"末", U"底"}) - at;
        }
        const auto joint =
            word_at(text, i, {U"-", U"—", U"~", U"至", U"到", U"、", U"/", U"和", U"或"});
        if (joint == 0) {
            return 0;
        }
        i += joint;
    }
}

std::size_t single_at(Text text, std::size_t at, std::vector<int>& months)
{
    const auto year = year_length(text, at);
    std::size_t i = at + year;
    std::size_t length = months_at(text, i, months);
    if (length == 0) {
        length = quarter_at(text, i);
    }
    if (length == 0) {
        length = word_at(text, i,
            {U"上半年", U"下半年", U"年初", U"年中", U"年底", U"年末", U"年内", U"全年", U"全年度",
                U"适时", U"每月", U"每季度", U"每半年", U"每年", U"常年", U"不定期", U"视情",
                U"视情况", U"待定", U"另定", U"随时", U"择期", U"近期", U"全会期间", U"两会期间",
                U"全体会议期间", U"会议期间", U"闭会期间", U"长期", U"岁末", U"春节前", U"国庆前"});
    }
    if (length == 0 && year > 0) {
        length = word_at(text, i, {U"底", U"初", U"内", U"中", U"末"});
        return length == 0 ? 0 : year + length;
    }
    return length == 0 ? 0 : year + length;
}

std::size_t phrase_at(Text text, std::size_t at, std::vector<int>& months)
{
    std::size_t end = at;
    while (true) {
        const auto joint = end == at ? 0
                                     : word_at(text, end,
                                         {U"-", U"—", U"——", U"–", U"~", U"至", U"到", U"、", U",",
                                             U"和", U"及", U"/", U"或"});
        if (end != at && joint == 0) {
            break;
        }
        const auto length = single_at(text, end + joint, months);
        if (length == 0) {
            break;
        }
        end += joint + length;
        end +=
            word_at(text, end, {U"前后", U"以前", U"之前", U"左右", U"期间", U"前", U"内", U"起"});
        end += word_at(text, end, {U"完成", U"召开", U"开展", U"进行", U"实施", U"举行", U"开始"});
    }
    return end - at;
}

} // namespace

std::size_t time_phrase_at(Text text, std::size_t at)
{
    std::vector<int> months;
    return phrase_at(text, at, months);
}

bool is_time_phrase(Text text) { return !text.empty() && time_phrase_at(text, 0) == text.size(); }

namespace {

// 5, as a column of months has it.
std::optional<int> bare_month(Text text)
{
    const auto number = number_at(text, 0);
    const bool is_month = text.size() <= 2 && number.length == text.size() && !text.empty()
        && text.front() <= U'9' && number.value >= 1 && number.value <= 12;
    return is_month ? std::optional(number.value) : std::nullopt;
}

// 2026-05-12, 2026/5, 2026.5.12
std::optional<int> numeric_month(Text text)
{
    const auto year = text.substr(0, 4);
    const bool has_year = text.size() >= 6 && text.size() <= 10
        && std::all_of(year.begin(), year.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; })
        && (year.starts_with(U"19") || year.starts_with(U"20"));
    if (!has_year || Text(U"-/.").find(text[4]) == Text::npos) {
        return std::nullopt;
    }
    const auto end = std::min(text.find(text[4], 5), text.size());
    const auto day = text.substr(end);
    const bool is_day = day.empty()
        || (day.size() >= 2 && day.size() <= 3
            && day.find_first_not_of(U"0123456789", 1) == day.npos);
    return is_day ? bare_month(text.substr(5, end - 5)) : std::nullopt;
}

} // namespace

std::optional<int> month_of(Text text)
{
    if (const auto month = bare_month(text)) {
        return month;
    }
    if (const auto month = numeric_month(text)) {
        return month;
    }
    std::vector<int> months;
    for (std::size_t i = 0; i < text.size();) {
        const auto length = phrase_at(text, i, months);
        i += length > 0 ? length : 1;
    }
    for (const int month : months) {
        if (month != months.front()) {
            return std::nullopt;
        }
    }
    return months.empty() ? std::nullopt : std::optional(months.front());
}

YearAt year_at(Text text, std::size_t at)
{
    int year = 0;
    std::size_t i = at;
    for (; i < text.size() && i - at < 4; ++i) {
        constexpr Text han = U"〇一二三四五六七八九";
        const char32_t c = text[i] == U'零' ? U'〇' : text[i] == U'o' ? U'0' : text[i];
        const auto digit = han.find(c);
        if (c < U'0' || (c > U'9' && digit == han.npos)) {
            return {};
        }
        year = year * 10 + static_cast<int>(digit == han.npos ? c - U'0' : digit);
    }
    if (i - at < 4 || year < 1949 || year > 2199 || text.substr(i, 1) != U"年") {
        return {};
    }
    ++i;
    return {year, i + word_at(text, i, {U"度"}) - at};
}

} // namespace xieshang::plan
