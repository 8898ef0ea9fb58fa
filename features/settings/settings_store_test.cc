// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_store.h"
#include "features/settings/setting_store.h"

#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::settings {
namespace {

using testing::ElementsAre;
using xieshang::db::Tx;

class SettingsStore : public tests::OnEveryDatabase {
protected:
    static KeptSetting notice(const std::string& text, std::int64_t version)
    {
        return {
            "thematic_notice", false, {text}, version, {version * 1000}, "p-1", "张三", "区委要求"};
    }
    static CalendarYear year(std::int64_t number, std::int64_t version)
    {
        const auto in = [&](const char* day) { return std::to_string(number) + day; };
        return {number, true,
            {{in("-01-01"), CalendarMark::holiday, "元旦", "New Year's Day"},
                {in("-01-02"), CalendarMark::holiday}},
            version, {version}, "p-1", "张三", "国务院办公厅通知"};
    }
    base::Result<int> keep(const KeptSetting& setting, std::int64_t before)
    {
        return db().transact([&](Tx& tx) -> base::Result<int> {
            CHECK(keep_setting(tx, setting, before));
            return 0;
        });
    }
    base::Result<int> keep(const CalendarYear& kept, std::int64_t before)
    {
        return db().transact([&](Tx& tx) -> base::Result<int> {
            CHECK(keep_year(tx, kept, before));
            return 0;
        });
    }
    Settings now()
    {
        return db().read([](Tx& tx) { return settings_of(tx); });
    }
    template <class Work>
    auto look(Work work)
    {
        return db().read(work);
    }
};
ON_EVERY_DATABASE(SettingsStore);

TEST_P(SettingsStore, GivesTheDefaultUntilSomethingIsSet)
{
    EXPECT_EQ(now().duration(SettingKey::thematic_notice).count, 10);
    ASSERT_TRUE(keep(notice("15wd", 1), 0));
    EXPECT_EQ(now().duration(SettingKey::thematic_notice).count, 15);
    EXPECT_EQ(now().duration(SettingKey::chairpersons_notice).count, 3);
    EXPECT_EQ(look([](Tx& tx) { return find_setting(tx, "thematic_notice"); }), notice("15wd", 1));
    auto back = notice("10wd", 2);
    back.by_default = true;
    back.value.text = "99wd"; // whatever stands there
    ASSERT_TRUE(keep(back, 1));
    EXPECT_EQ(now().duration(SettingKey::thematic_notice).count, 10);
}

TEST_P(SettingsStore, KeepsTheRowsOfAList)
{
    auto fields = default_of(SettingKey::plan_fields);
    fields.items.push_back({.id = "party", .name = "党建", .weight = 3});
    const KeptSetting setting{"plan_fields", false, fields, 1, {1}, "p", "张三", "增加"};
    ASSERT_TRUE(keep(setting, 0));
    EXPECT_EQ(now().items(SettingKey::plan_fields), fields.items);
    EXPECT_EQ(look([](Tx& tx) { return kept_settings(tx).size(); }), 1);
}

TEST_P(SettingsStore, TakesNoSettingOfAnOlderVersion)
{
    ASSERT_TRUE(keep(notice("15wd", 1), 0));
    EXPECT_EQ(keep(notice("12wd", 1), 0).error().code, "settings.stale");
    ASSERT_TRUE(keep(notice("12wd", 2), 1));
    EXPECT_EQ(keep(notice("11wd", 2), 1).error().code, "settings.stale");
    EXPECT_EQ(now().duration(SettingKey::thematic_notice).count, 12);
}

TEST_P(SettingsStore, PassesOverWhatAnotherVersionOfTheProgramKnows)
{
    auto unknown = notice("x", 1);
    unknown.name = "of_another_version";
    ASSERT_TRUE(keep(unknown, 0));
    EXPECT_EQ(now().duration(SettingKey::thematic_notice).count, 10);
}

TEST_P(SettingsStore, GivesTheYearsThatAreBuiltInUntilTheyAreHandedIn)
{
    EXPECT_EQ(look([](Tx& tx) { return find_year(tx, 2026); }), built_in_years().at(2026));
    EXPECT_EQ(look([](Tx& tx) { return find_year(tx, 2031); }), CalendarYear{2031});
    ASSERT_TRUE(keep(year(2026, 1), 0));
    ASSERT_TRUE(keep(year(2027, 1), 0));
    EXPECT_EQ(look([](Tx& tx) { return find_year(tx, 2026); }), year(2026, 1));
    EXPECT_EQ(look([](Tx& tx) { return find_kept_year(tx, 2025); }), std::nullopt);
    EXPECT_THAT(look([](Tx& tx) { return kept_years(tx); }), ElementsAre(2026, 2027));
    const auto known = look([](Tx& tx) { return all_known_years(tx); });
    ASSERT_EQ(known.size(), 24);
    EXPECT_EQ(known.back(), year(2027, 1));
    const auto calendar = look([](Tx& tx) { return calendar_of(tx); });
    const auto kind = [&](const char* day) { return calendar.kind_of(*base::day_called(day)); };
    EXPECT_EQ(kind("2026-02-16"), base::DayKind::workday); // not of the year that was handed in
    EXPECT_EQ(kind("2027-01-01"), base::DayKind::holiday);
    EXPECT_EQ(kind("2025-01-01"), base::DayKind::holiday);
    EXPECT_FALSE(calendar.is_provisional(2027));
    EXPECT_TRUE(calendar.is_provisional(2028));
}

TEST_P(SettingsStore, TakesAYearInPlaceOfTheOneBeforeAndNoneOfAnOlderVersion)
{
    ASSERT_TRUE(keep(year(2027, 1), 0));
    auto later = year(2027, 2);
    later.days.pop_back();
    later.complete = false;
    ASSERT_TRUE(keep(later, 1));
    EXPECT_EQ(look([](Tx& tx) { return find_year(tx, 2027); }), later);
    EXPECT_TRUE(look([](Tx& tx) { return calendar_of(tx).is_provisional(2027); }));
    EXPECT_EQ(keep(year(2027, 2), 1).error().code, "calendar.stale");
    EXPECT_EQ(keep(year(2027, 1), 0).error().code, "calendar.stale");
    EXPECT_EQ(look([](Tx& tx) { return find_year(tx, 2027); }), later);
}

} // namespace
} // namespace xieshang::settings
