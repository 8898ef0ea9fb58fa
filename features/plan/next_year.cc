// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/next_year.h"

#include <algorithm>
#include <array>
#include <optional>

namespace xieshang::plan {
namespace {

struct Digits { // a way to write the ten digits
    std::array<std::string_view, 10> signs;
};
constexpr std::array ways{
    Digits{{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
    Digits{{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"}},
    Digits{{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}},
    Digits{{"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"}},
    Digits{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}},
};

struct Number {
    std::string_view text;
    std::size_t count{}; // of its digits
    std::int64_t value{};
    const Digits* way{};
};

std::optional<std::size_t> digit_at(std::string_view text, const Digits& way)
{
    for (std::size_t i = 0; i < way.signs.size(); ++i) {
        if (text.starts_with(way.signs[i])) {
            return i;
        }
    }
    return std::nullopt;
}

// The longest run of digits of one way that begins here.
Number number_at(std::string_view text)
{
    Number longest;
    for (const auto& way : ways) {
        Number found{.way = &way};
        auto rest = text;
        while (const auto digit = digit_at(rest, way)) {
            found.value = (found.value * 10 + static_cast<std::int64_t>(*digit)) % 1'000'000;
            ++found.count;
            rest.remove_prefix(way.signs[*digit].size());
        }
        found.text = text.substr(0, text.size() - rest.size());
        if (found.text.size() > longest.text.size()) {
            longest = found;
        }
    }
    return longest;
}

std::string written(std::int64_t number, const Digits& way)
{
    std::string text;
    for (const char digit : std::to_string(number)) {
        text += way.signs[static_cast<std::size_t>(digit - '0')];
    }
    return text;
}

// Hands out every number, and what stands between them, in their order.
template <class OnNumber, class OnText>
void walk(std::string_view text, OnNumber on_number, OnText on_text)
{
    while (!text.empty()) {
        const auto number = number_at(text);
        if (number.text.empty()) {
            on_text(text.substr(0, 1));
            text.remove_prefix(1);
        } else {
            text.remove_prefix(number.text.size());
            on_number(number, text);
        }
    }
}

constexpr std::size_t digits_of_a_year = 4;

} // namespace

std::string with_next_year(std::string_view text, std::int64_t year)
{
    std::string next;
    walk(
        text,
        [&](const Number& number, std::string_view) {
            const bool is_it = number.count == digits_of_a_year && number.value == year;
            next += is_it ? written(year + 1, *number.way) : std::string(number.text);
        },
        [&](std::string_view between) { next += between; });
    return next;
}

std::vector<std::int64_t> other_years(std::string_view text, std::int64_t year)
{
    std::vector<std::int64_t> years;
    walk(
        text,
        [&](const Number& number, std::string_view behind) {
            const bool is_year = number.count == digits_of_a_year && behind.starts_with("年");
            if (is_year && number.value != year
                && std::find(years.begin(), years.end(), number.value) == years.end()) {
                years.push_back(number.value);
            }
        },
        [](std::string_view) {});
    return years;
}

std::vector<Section> with_next_year(const std::vector<Section>& sections, std::int64_t year)
{
    std::vector<Section> next;
    next.reserve(sections.size());
    for (const auto& section : sections) {
        next.push_back({with_next_year(section.heading, year), with_next_year(section.text, year)});
    }
    return next;
}

bool is_carried(const topics::Topic& topic)
{
    return topics::stands_in_plan(topic.state) && topic.state != topics::TopicState::cancelled
        && topic.state != topics::TopicState::replaced;
}

topics::TopicWords carried_words(const topics::Topic& topic, std::int64_t year)
{
    auto words = topic.words;
    words.title = with_next_year(words.title, year);
    words.period = with_next_year(words.period, year);
    words.line = 0;
    return words;
}

std::string all_words(const Plan& plan, const std::vector<Section>& sections,
    const std::vector<topics::Topic>& topics)
{
    std::string words = plan.title + "\n" + plan.committee;
    for (const auto& section : sections) {
        words += "\n" + section.heading + "\n" + section.text;
    }
    for (const auto& topic : topics) {
        words += "\n" + topic.words.title + "\n" + topic.words.period;
        for (const auto* names : {&topic.words.responsible, &topic.words.participating}) {
            for (const auto& name : *names) {
                words += "\n" + name;
            }
        }
    }
    return words;
}

} // namespace xieshang::plan
