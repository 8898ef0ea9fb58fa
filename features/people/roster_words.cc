// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_words.h"

#include "platform/base/chinese_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xieshang::people {
namespace {

constexpr std::string_view wide_blank = "\xE3\x80\x80";

template <class Value>
struct Said {
    std::string_view words;
    Value value;
};

template <class Value, std::size_t size>
std::optional<Value> said_in(const std::array<Said<Value>, size>& table, std::string_view text)
{
    const auto words = plain_words(text);
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const auto& one) { return one.words == words; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

std::vector<int> numbers_in(std::string_view text)
{
    std::vector<int> numbers;
    bool goes_on = false;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        if (is_digit && !goes_on) {
            numbers.push_back(0);
        }
        if (is_digit && numbers.back() < 100'000'000) {
            numbers.back() = numbers.back() * 10 + (c - '0');
        }
        goes_on = is_digit;
    }
    return numbers;
}

std::optional<std::string> month_of(int year, int month)
{
    if (year < 1900 || year > 2100 || month < 1 || month > 12) {
        return std::nullopt;
    }
    return fmt::format("{:04}-{:02}", year, month);
}

std::string_view without(std::string_view text, std::string_view ending)
{
    return text.ends_with(ending) && text.size() > ending.size()
        ? text.substr(0, text.size() - ending.size())
        : text;
}

} // namespace

std::string plain_words(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(wide_blank)) {
            i += wide_blank.size() - 1;
        } else if (std::string_view(" \t\r\n").find(text[i]) == std::string_view::npos) {
            const char c = text[i];
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return plain;
}

std::string plain_name(std::string_view text)
{
    const bool has_letters = std::any_of(text.begin(), text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return has_letters ? std::string(text) : plain_words(text);
}

std::optional<Sex> sex_in(std::string_view text)
{
    static constexpr auto table = std::to_array<Said<Sex>>({{"男", Sex::male}, {"男性", Sex::male},
        {"male", Sex::male}, {"m", Sex::male}, {"女", Sex::female}, {"女性", Sex::female},
        {"female", Sex::female}, {"f", Sex::female}});
    return said_in(table, text);
}

std::optional<std::string> month_in(const TableCell& cell)
{
    if (cell.date) {
        return month_of(static_cast<int>(cell.date->year()),
            static_cast<int>(static_cast<unsigned>(cell.date->month())));
    }
    const auto numbers = numbers_in(cell.text);
    if (numbers.size() == 2 || numbers.size() == 3) {
        return month_of(numbers[0], numbers[1]);
    }
    if (numbers.size() == 1 && numbers[0] > 10'000'000) { // 19710402
        return month_of(numbers[0] / 10'000, numbers[0] / 100 % 100);
    }
    return numbers.size() == 1 ? month_of(numbers[0] / 100, numbers[0] % 100) : std::nullopt;
}

std::optional<std::int64_t> term_in(std::string_view text)
{
    const auto words = plain_words(text);
    std::string_view number = words;
    number.remove_prefix(number.starts_with("第") ? 3 : 0);
    number = without(number, "届");
    const auto numbers = numbers_in(number);
    const bool all_digits = !number.empty()
        && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (all_digits) {
        return numbers[0] > 0 ? std::optional<std::int64_t>(numbers[0]) : std::nullopt;
    }
    const auto read = base::chinese_number_in(number);
    return read ? std::optional<std::int64_t>(*read) : std::nullopt;
}

std::optional<TermStanding> state_in(std::string_view text)
{
    using enum TermStanding;
    static constexpr auto table =
        std::to_array<Said<TermStanding>>({{"在任", active}, {"现任", active}, {"在职", active},
            {"active", active}, {"拟任", invited}, {"提名", invited}, {"invited", invited},
            {"停职", suspended}, {"暂停", suspended}, {"suspended", suspended}, {"离任", former},
            {"卸任", former}, {"往届", former}, {"former", former}, {"任满", served},
            {"served", served}, {"待就任", elected}, {"elected", elected}});
    return said_in(table, text);
}

std::string place_core(std::string_view words)
{
    const auto plain = plain_words(words);
    std::string_view stem = plain;
    for (const auto* ending : {"别", "界", "政协工委", "工委", "街道", "委员小组", "小组"}) {
        stem = without(stem, ending);
    }
    return std::string(stem);
}

bool is_like_a_contact(std::string_view text)
{
    auto digits = std::count_if(
        text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    constexpr std::string_view full_width = "\xEF\xBC"; // U+FF10 ０ to U+FF19 ９, U+FF20 ＠
    for (auto at = text.find(full_width); at != text.npos && at + 2 < text.size();
         at = text.find(full_width, at + 3)) {
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if (last == 0xA0) {
            return true;
        }
        digits += last >= 0x90 && last <= 0x99 ? 1 : 0;
    }
    return digits >= 7 || text.find('@') != std::string_view::npos;
}

bool names_place(const Organisation& organisation, std::string_view words)
{
    const auto wanted = place_core(words);
    return wanted == place_core(organisation.words.name)
        || wanted == place_core(organisation.words.short_name)
        || plain_words(words) == organisation.words.code;
}

} // namespace xieshang::people
