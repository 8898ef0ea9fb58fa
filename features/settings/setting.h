// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// All settings as they stand, and what may be set. Pure; a Settings may be read from any thread.
#pragma once

#include "features/members/role.h"
#include "features/settings/setting_catalog.h"

namespace xieshang::settings {

class Settings {
public:
    Settings(); // the defaults

    const SettingValue& of(SettingKey key) const { return values_[index(key)]; }
    void set(SettingKey key, SettingValue value) { values_[index(key)] = std::move(value); }

    // Each is for settings of its kind (setting_catalog.h), another throws std::logic_error. What
    // may say "no limit" is asked by limit() or span(), which then give nothing.
    MonthDay month_day(SettingKey key) const;
    std::int64_t minutes_of_day(SettingKey key) const;
    Duration duration(SettingKey key) const;
    std::optional<Duration> span(SettingKey key) const;
    std::int64_t number(SettingKey key) const; // of a count, or minutes
    std::optional<std::int64_t> limit(SettingKey key) const;
    Fraction fraction(SettingKey key) const;
    std::int64_t tenths(SettingKey key) const; // of a percent
    TenthsRange tenths_range(SettingKey key) const;
    const std::vector<SettingItem>& items(SettingKey key) const;

private:
    static std::size_t index(SettingKey key) { return static_cast<std::size_t>(key); }
    const std::string& text(SettingKey key, ValueKind kind) const;

    std::vector<SettingValue> values_;
};

// Refuses with settings.invalid {key}, naming what is wrong: /value/text with
// settings.value.<kind>, settings.value.bounds {least, most} (of percents in tenths),
// settings.value.months, or settings.value.missing; of lists /value/items with settings.items.count
// {least, most}, settings.items.left_out {id}, settings.items.added {id}, and in their rows, such
// as /value/items/2/weight, settings.item.id, settings.item.twice, settings.item.role,
// settings.item.name, settings.item.number {least, most}, settings.item.frequency. A review without
// the body that decides in it: /value/items with settings.items.deciding_body.<role>.
base::Result<void> acceptable(const SettingSpec& spec, const SettingValue& value);

// The roles that may stand in that list: those by which the plan's workflow lets a reviewer of the
// stage agree (plan::may_review); none where it is no list of reviewers.
std::vector<members::Role> reviewer_roles(SettingKey key);

// Refuses with settings.invalid {key} at /value/text where two settings would contradict one
// another, as a call that closes before it opens: settings.order.at_most or settings.order.at_least
// {other}.
base::Result<void> fit_together(const Settings& settings, SettingKey changed);

} // namespace xieshang::settings
