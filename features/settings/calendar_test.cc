// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_file.h"

#include <gmock/gmock.h>

namespace xieshang::settings {
namespace {

using testing::ElementsAre;

base::Day day(const char* text) { return base::day_called(text).value(); }

std::vector<std::string> wrong(const CalendarFile& file)
{
    std::vector<std::string> lines;
    for (const auto& row : file.wrong) {
        lines.push_back(std::to_string(row.number) + " " + row.words + ": " + row.code);
    }
    return lines;
}

people::TableRow row(int number, std::vector<std::string> words)
{
    people::TableRow made{number, {}};
    for (auto& word : words) {
        made.cells.push_back({std::move(word), {}, false});
    }
    return made;
}

TEST(Calendar, CarriesTheYears2004To2026)
{
    const auto& years = built_in_years();
    EXPECT_EQ(years.begin()->first, 2004);
    EXPECT_EQ(years.rbegin()->first, 2026);
    EXPECT_EQ(years.size(), 23);
    base::WorkingCalendar calendar;
    for (const auto& [number, year] : years) {
        std::vector<base::FieldTrouble> troubles;
        check_days(troubles, "", year);
        EXPECT_TRUE(troubles.empty()) << number;
        EXPECT_TRUE(is_whole(year.days)) << number;
        take_up(calendar, year);
    }
    EXPECT_EQ(calendar.kind_of(day("2026-02-16")), base::DayKind::holiday);
    EXPECT_EQ(calendar.kind_of(day("2026-02-14")), base::DayKind::adjusted_workday);
    EXPECT_EQ(calendar.kind_of(day("2022-10-08")), base::DayKind::adjusted_workday);
    EXPECT_FALSE(calendar.is_provisional(2026));
    EXPECT_TRUE(calendar.is_provisional(2027));
    EXPECT_EQ(calendar.count_between(day("2025-12-31"), day("2026-12-31")).days, 248);
}

TEST(Calendar, IsReadFromTheJsonOfChineseDays)
{
    const auto file = calendar_in_json(R"({"holidays": {"2027-01-01": "New Year's Day,元旦,1",
        "2027-02-30": "Spring Festival,春节,3"}, "workdays": {"2027-01-03": "元旦",
        "2027-01-04": "New Year's Day,元旦,1", "2027-01-01": "x,x,1"},
        "inLieuDays": {"2027-01-01": "a,b,1", "2027-05-04": "Labour Day,劳动节,1"}})");
    ASSERT_TRUE(file);
    EXPECT_THAT(file->days,
        ElementsAre(MarkedDay{"2027-01-01", CalendarMark::holiday, "元旦", "New Year's Day"},
            MarkedDay{"2027-01-03", CalendarMark::adjusted_workday, "元旦"}));
    EXPECT_THAT(wrong(*file),
        ElementsAre("2 2027-02-30 Spring Festival,春节,3: calendar.not_a_day",
            "4 2027-01-04 New Year's Day,元旦,1: calendar.no_weekend",
            "5 2027-01-01 x,x,1: calendar.no_weekend",
            "7 2027-05-04 Labour Day,劳动节,1: calendar.in_lieu_no_holiday"));
}

TEST(Calendar, IsNotReadFromOtherJson)
{
    EXPECT_EQ(calendar_in_json(R"({"holidays": []})").error().code, "calendar.no_calendar");
    EXPECT_EQ(calendar_in_json(R"({"holidays": {}})").error().code, "calendar.no_calendar");
    EXPECT_EQ(
        calendar_in_json(R"({"holidays": {}, "workdays": {}})").error().code, "calendar.no_days");
    EXPECT_EQ(calendar_in_json("{").error().code, "request.malformed");
    EXPECT_EQ(calendar_in_json("[1]").error().code, "calendar.no_calendar");
}

TEST(Calendar, IsReadFromATableWithOrWithoutAHead)
{
    const auto bare = calendar_in_table({row(1, {"2027-01-01", "放假", "元旦"}),
        row(2, {"2027/1/3", "班"}), row(3, {"20270102", "off"})});
    ASSERT_TRUE(bare);
    EXPECT_THAT(bare->days,
        ElementsAre(MarkedDay{"2027-01-01", CalendarMark::holiday, "元旦"},
            MarkedDay{"2027-01-02", CalendarMark::holiday},
            MarkedDay{"2027-01-03", CalendarMark::adjusted_workday}));
    const auto headed = calendar_in_table({row(1, {"名称", "类型", "日期"}),
        row(2, {"元旦", "调休 上班", "2027年1月3日"}), row(3, {"元旦", "也许", "2027-01-01"}),
        row(4, {"元旦", "放假", "一月一日"}), row(5, {"元旦", "放假", "2027-01-03"})});
    ASSERT_TRUE(headed);
    EXPECT_EQ(headed->days.size(), 1);
    EXPECT_THAT(wrong(*headed),
        ElementsAre("3 元旦 也许 2027-01-01: calendar.no_kind",
            "4 元旦 放假 一月一日: calendar.not_a_day", "5 元旦 放假 2027-01-03: calendar.twice"));
    EXPECT_EQ(calendar_in_table({}).error().code, "calendar.no_days");
}

TEST(Calendar, RefusesMoreDaysThanThereMayBe)
{
    std::vector<people::TableRow> rows;
    for (std::size_t i = 0; i <= most_days; ++i) {
        rows.push_back(row(static_cast<int>(i) + 1, {"x", "放假"}));
    }
    EXPECT_EQ(calendar_in_table(rows).error().code, "calendar.too_many_days");
    rows.pop_back();
    EXPECT_EQ(calendar_in_table(rows)->wrong.size(), most_days);
}

TEST(Calendar, NamesEachDayOfAYearThatIsWrong)
{
    const CalendarYear year{2027, true,
        {{"2027-01-01", CalendarMark::holiday}, {"2027-01-01", CalendarMark::holiday},
            {"2026-12-31", CalendarMark::holiday}, {"2027-01-04", CalendarMark::adjusted_workday},
            {"2027-1-5", CalendarMark::holiday},
            {"2027-01-05", CalendarMark::holiday, std::string(65, 'x')}}};
    std::vector<base::FieldTrouble> troubles;
    check_days(troubles, "/years/0", year);
    std::vector<std::string> told;
    for (const auto& trouble : troubles) {
        told.push_back(trouble.pointer + " " + trouble.code);
    }
    EXPECT_THAT(told,
        ElementsAre("/years/0/days/1/day calendar.twice", "/years/0/days/2/day calendar.other_year",
            "/years/0/days/3/day calendar.no_weekend", "/years/0/days/4/day calendar.not_a_day",
            "/years/0/days/5/name calendar.no_name"));
    EXPECT_FALSE(is_year(1899));
    EXPECT_TRUE(is_year(2027));
}

TEST(Calendar, MarksOneDayAndTakesTheMarkAway)
{
    const std::vector<MarkedDay> days{
        {"2027-01-01", CalendarMark::holiday}, {"2027-05-01", CalendarMark::holiday}};
    const auto more = with_mark(days, {"2027-01-03", CalendarMark::adjusted_workday, "元旦"});
    EXPECT_EQ(more.size(), 3);
    EXPECT_EQ(more.at(1).day, "2027-01-03");
    EXPECT_EQ(
        with_mark(more, {"2027-01-03", CalendarMark::holiday}).at(1).kind, CalendarMark::holiday);
    EXPECT_EQ(without_mark(more, "2027-01-03"), days);
}

} // namespace
} // namespace xieshang::settings
