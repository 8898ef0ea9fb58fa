// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/assembly.h"

#include "app/config_trouble.h"

#include <boost/mp11.hpp>

#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <optional>

namespace xieshang::app {
namespace {

template <class T, class Each>
void for_each_member(Each each)
{
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        each);
}

std::optional<unsigned> number(std::string_view text)
{
    unsigned value{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

struct Parts { // both sides of a sign
    std::optional<unsigned> left;
    std::optional<unsigned> right;
};

Parts split(std::string_view text, char sign)
{
    const auto at = text.find(sign);
    return at == text.npos ? Parts{}
                           : Parts{number(text.substr(0, at)), number(text.substr(at + 1))};
}

bool fits(const MonthDay& day)
{
    const auto [month, date] = split(day.text, '-');
    return day.text.size() == 5 && month && date // in a year that has a 29 February
        && std::chrono::year_month_day{std::chrono::year{2024}, std::chrono::month{*month},
            std::chrono::day{*date}}
               .ok();
}

bool fits(const TimeOfDay& time)
{
    const auto [hour, minute] = split(time.text, ':');
    return time.text.size() == 5 && hour && minute && *hour < 24 && *minute < 60;
}

bool fits(const Span& span)
{
    const auto digits = std::min(span.text.find_first_not_of("0123456789"), span.text.size());
    const std::string_view unit = std::string_view(span.text).substr(digits);
    const auto value = number(std::string_view(span.text).substr(0, digits));
    return value && *value >= 1 && *value <= 1000 && (unit == "d" || unit == "wd" || unit == "mo");
}

bool fits(const Fraction& fraction)
{
    const auto [above, below] = split(fraction.text, '/');
    return above && below && *above >= 1 && *above <= *below;
}

const char* allowed(const MonthDay&) { return "allowed.month_day"; }
const char* allowed(const TimeOfDay&) { return "allowed.time_of_day"; }
const char* allowed(const Span&) { return "allowed.span"; }
const char* allowed(const Fraction&) { return "allowed.fraction"; }
const char* allowed(std::int64_t) { return "allowed.count"; }

template <class T>
bool take(const toml::node& node, T& target)
{
    if constexpr (std::is_same_v<T, std::int64_t>) {
        const auto value = node.value_exact<std::int64_t>();
        target = value.value_or(0);
        return target >= 1 && target <= 100'000;
    } else {
        target.text = node.value_exact<std::string>().value_or("");
        return fits(target);
    }
}

template <class T>
base::Result<void> take_member(std::string_view key, const toml::node& node, T& target);

template <class T>
base::Result<void> take_table(std::string_view name, const toml::node& node, T& target)
{
    const auto* table = node.as_table();
    if (table == nullptr) {
        return wrong_value(node, name, "allowed.table");
    }
    for (const auto& [key, value] : *table) {
        base::Result<void> taken = wrong_config(value, "config.unknown_key", key.str());
        for_each_member<T>([&, key = key.str(), &value = value](auto member) {
            if (key == member.name) {
                taken = take_member(key, value, target.*member.pointer);
            }
        });
        CHECK(std::move(taken));
    }
    return {};
}

template <class T>
base::Result<void> take_member(std::string_view key, const toml::node& node, T& target)
{
    if constexpr (requires { take(node, target); }
        && !boost::describe::has_describe_members<T>::value) {
        return take(node, target) ? base::Result<void>{} : wrong_value(node, key, allowed(target));
    } else {
        return take_table(key, node, target);
    }
}

std::string value_of(std::int64_t number) { return std::to_string(number); }

template <class T>
std::string value_of(const T& value)
{
    return '"' + value.text + '"';
}

} // namespace

base::Result<Assembly> read_assembly(const toml::node& table)
{
    Assembly assembly;
    CHECK(take_table("assembly", table, assembly));
    return assembly;
}

std::string shown(const Assembly& assembly)
{
    std::string text;
    for_each_member<Assembly>([&](auto section) {
        text += fmt::format("\n[assembly.{}]\n", section.name);
        const auto& values = assembly.*section.pointer;
        for_each_member<std::remove_cvref_t<decltype(values)>>([&](auto member) {
            text += fmt::format("{} = {}\n", member.name, value_of(values.*member.pointer));
        });
    });
    return text;
}

} // namespace xieshang::app
