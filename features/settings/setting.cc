// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting.h"

#include <stdexcept>

namespace xieshang::settings {
namespace {

// How a value is compared with another of its kind: a day of the year, or the fewest days of it.
std::int64_t size_of(const Settings& settings, SettingKey key)
{
    if (spec_of(key).kind == ValueKind::month_day) {
        const auto day = settings.month_day(key);
        return day.month * 100 + day.day;
    }
    const auto duration = settings.duration(key);
    return duration.count * (duration.unit == DurationUnit::months ? 30 : 1);
}

struct Order {
    SettingKey first{};
    SettingKey then{};
};
constexpr auto orders = std::to_array<Order>({
    {SettingKey::topic_call_opens, SettingKey::topic_call_closes},
    {SettingKey::topic_call_closes, SettingKey::draft_due},
    {SettingKey::chairpersons_review_due, SettingKey::party_committee_due},
    {SettingKey::thematic_notice_least, SettingKey::thematic_notice},
    {SettingKey::selection_fixed, SettingKey::speech_due},
    {SettingKey::reply_to_plenary_due, SettingKey::reply_at_most},
    {SettingKey::reply_to_other_due, SettingKey::reply_at_most},
});

} // namespace

Settings::Settings()
{
    for (const auto& spec : all_settings()) {
        values_.push_back(default_of(spec.key));
    }
}

const std::string& Settings::text(SettingKey key, ValueKind kind) const
{
    if (spec_of(key).kind != kind) {
        throw std::logic_error("not of that kind: " + std::string(spec_of(key).name));
    }
    return of(key).text;
}

MonthDay Settings::month_day(SettingKey key) const
{
    return month_day_in(text(key, ValueKind::month_day)).value();
}

std::int64_t Settings::minutes_of_day(SettingKey key) const
{
    return minutes_of_day_in(text(key, ValueKind::time_of_day)).value();
}

Duration Settings::duration(SettingKey key) const { return span(key).value(); }

std::optional<Duration> Settings::span(SettingKey key) const
{
    return duration_in(text(key, ValueKind::duration));
}

std::int64_t Settings::number(SettingKey key) const { return limit(key).value(); }

std::optional<std::int64_t> Settings::limit(SettingKey key) const
{
    const auto kind = spec_of(key).kind;
    return number_in(text(key, kind == ValueKind::minutes ? kind : ValueKind::count));
}

Fraction Settings::fraction(SettingKey key) const
{
    return fraction_in(text(key, ValueKind::fraction)).value();
}

std::int64_t Settings::tenths(SettingKey key) const
{
    return tenths_in(text(key, ValueKind::percent)).value();
}

TenthsRange Settings::tenths_range(SettingKey key) const
{
    return tenths_range_in(text(key, ValueKind::percent_range)).value();
}

const std::vector<SettingItem>& Settings::items(SettingKey key) const
{
    text(key, ValueKind::list);
    return of(key).items;
}

base::Result<void> fit_together(const Settings& settings, SettingKey changed)
{
    for (const auto& order : orders) {
        const bool concerns = order.first == changed || order.then == changed;
        if (!concerns || size_of(settings, order.first) <= size_of(settings, order.then)) {
            continue;
        }
        const bool is_first = order.first == changed;
        const auto& other = spec_of(is_first ? order.then : order.first);
        const auto* code = is_first ? "settings.order.at_most" : "settings.order.at_least";
        return tl::unexpected(base::Error{base::Trouble::refused, "settings.invalid",
            {{"key", std::string(spec_of(changed).name)}},
            {{"/value/text", code, {{"other", std::string(other.name)}}}}});
    }
    return {};
}

} // namespace xieshang::settings
