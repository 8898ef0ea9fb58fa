// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/settings_desk_test.h"

namespace xieshang::settings {
namespace {

using members::Role;
using testing::HasSubstr;

class CalendarRoutes : public SettingsDesk {
protected:
    const std::string next_year = "/api/calendar/years/2027";
    // Twelve holidays and an adjusted workday.
    static std::string sound_file()
    {
        std::string file = "日期,类型,名称\n2027-01-01,放假,元旦\n2027-01-03,调休上班,元旦\n";
        for (int day = 5; day <= 11; ++day) {
            file += std::string("2027-02-") + (day < 10 ? "0" : "") + std::to_string(day)
                + ",放假,春节\n";
        }
        return file + "2027-04-05,放假,清明\n2027-05-01,放假,劳动节\n2027-10-01,放假,国庆节\n"
            + "2027-10-02,放假,国庆节\n";
    }
    // The body of an import of what a preview shows.
    static std::string import_of(
        const Answer& preview, const std::string& reason = "国务院办公厅通知")
    {
        boost::json::array years;
        for (const auto& year : preview.body.at("years").as_array()) {
            years.push_back({{"year", year.at("year")}, {"version", year.at("version")},
                {"days", year.at("days")}});
        }
        return boost::json::serialize(boost::json::object{{"years", years}, {"reason", reason}});
    }
    Answer import(const std::string& body) { return ask(post, "/api/calendar/imports", {body}); }
    Answer mark(const std::string& day, const std::string& kind, std::int64_t version)
    {
        return ask(put, "/api/calendar/days/" + day,
            {R"({"kind":)" + kind + R"(,"name":"元旦","reason":"补登"})", version});
    }
    std::string source(const std::string& address)
    {
        return std::string(see(address).body.at("year").at("source").as_string());
    }
};
ON_EVERY_DATABASE(CalendarRoutes);

TEST_P(CalendarRoutes, ShowEveryDayOfAYear)
{
    const auto year = see("/api/calendar").body;
    EXPECT_EQ(year.at("year").at("year"), 2026);
    EXPECT_EQ(year.at("year").at("source"), "built_in");
    EXPECT_EQ(year.at("year").at("provisional"), false);
    EXPECT_EQ(year.at("year").at("working_days"), 248);
    ASSERT_EQ(year.at("days").as_array().size(), 365);
    EXPECT_EQ(year.at("days").at(0).at("kind"), "holiday");
    EXPECT_EQ(year.at("days").at(0).at("name"), "元旦");
    EXPECT_EQ(see("/api/calendar/years/2024").body.at("days").as_array().size(), 366);
    const auto provisional = see(next_year).body.at("year");
    EXPECT_EQ(provisional.at("source"), "none");
    EXPECT_EQ(provisional.at("provisional"), true);
    EXPECT_EQ(provisional.at("working_days"), 261);
    EXPECT_EQ(see("/api/calendar/years/1000").code(), "calendar.not_a_year");
    const auto lines = see("/api/calendar/years").body.at("items").as_array();
    ASSERT_EQ(lines.size(), 24);
    EXPECT_EQ(lines.at(0).at("year"), 2027);
    EXPECT_EQ(lines.at(23).at("year"), 2004);
    EXPECT_THAT(see("/api/calendar/years/2026/export").text,
        HasSubstr("\"2026-02-14\",\"adjusted workday\",\"春节\""));
}

TEST_P(CalendarRoutes, AreReadByWhoTakesPartAndChangedByTheOfficeAlone)
{
    nobody();
    EXPECT_EQ(see("/api/calendar").status, 401);
    be(Role::member);
    EXPECT_EQ(see("/api/calendar").status, 200);
    EXPECT_EQ(see("/api/calendar/years").status, 200);
    EXPECT_EQ(preview(sound_file()).status, 403);
    EXPECT_EQ(import(R"({"years":[],"reason":"x"})").status, 403);
    EXPECT_EQ(mark("2027-01-01", R"("holiday")", 0).status, 403);
    EXPECT_EQ(
        ask(put, next_year + "/completeness", {R"({"complete":true,"reason":"x"})", 0}).status,
        403);
    EXPECT_EQ(source(next_year), "none");
}

TEST_P(CalendarRoutes, PreviewAFileAndWriteNothingUntilItIsConfirmed)
{
    const auto seen = preview(sound_file());
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_TRUE(seen.body.at("wrong").as_array().empty());
    const auto& year = seen.body.at("years").at(0);
    EXPECT_EQ(year.at("year"), 2027);
    EXPECT_EQ(year.at("source"), "none");
    EXPECT_EQ(year.at("whole"), true);
    EXPECT_EQ(year.at("holidays"), 12);
    EXPECT_EQ(year.at("adjusted_workdays"), 1);
    EXPECT_EQ(year.at("added").as_array().size(), 13);
    EXPECT_EQ(source(next_year), "none");
    EXPECT_EQ(recorded("calendar_year.import"), 0);
    const auto imported = import(import_of(seen));
    ASSERT_EQ(imported.status, 201) << imported.text;
    const auto page = see(next_year).body;
    EXPECT_EQ(page.at("year").at("source"), "handed_in");
    EXPECT_EQ(page.at("year").at("provisional"), false);
    EXPECT_EQ(
        page.at("year").at("working_days"), 261 - 8 + 1); // four of the holidays are weekend days
    EXPECT_EQ(page.at("history").at(0).at("reason"), "国务院办公厅通知");
    EXPECT_EQ(page.at("history").at(0).at("days").as_array().size(), 13);
    EXPECT_EQ(recorded("calendar_year.import"), 1);
    EXPECT_EQ(import(import_of(preview(sound_file()))).code(), "calendar.nothing_new");
}

TEST_P(CalendarRoutes, NameTheRowsThatAreWrong)
{
    const auto seen = preview("2027-01-01,放假,元旦\n2027-01-04,调休上班,元旦\n元旦,放假\n");
    ASSERT_EQ(seen.status, 200) << seen.text;
    const auto& wrong = seen.body.at("wrong").as_array();
    ASSERT_EQ(wrong.size(), 2);
    EXPECT_EQ(wrong.at(0).at("row"), 2);
    EXPECT_EQ(wrong.at(0).at("words"), "2027-01-04 调休上班 元旦");
    EXPECT_THAT(std::string(wrong.at(0).at("trouble").as_string()), HasSubstr("Monday to Friday"));
    EXPECT_EQ(wrong.at(1).at("row"), 3);
    EXPECT_EQ(preview("").status, 422);
    EXPECT_EQ(preview("{}").code(), "calendar.no_calendar");
    const auto json =
        preview(R"({"holidays":{"2027-01-01":"New Year's Day,元旦,1"},"workdays":{}})");
    EXPECT_EQ(json.body.at("years").at(0).at("days").at(0).at("name_en"), "New Year's Day");
    EXPECT_EQ(json.body.at("years").at(0).at("whole"), false); // one holiday is no year
}

TEST_P(CalendarRoutes, TakeNoImportThatIsWrongOrWasSeenOtherwise)
{
    const auto one = [](const std::string& year, const std::string& day) {
        return R"({"years":[{"year":)" + year + R"(,"version":0,"days":[{"day":")" + day
            + R"(","kind":"adjusted_workday","name":"","name_en":""}]}],"reason":"改"})";
    };
    EXPECT_EQ(import(one("2027", "2027-01-04")).field(), "/years/0/days/0/day calendar.no_weekend");
    EXPECT_EQ(import(one("2028", "2027-01-03")).field(), "/years/0/days/0/day calendar.other_year");
    const auto seen = preview(sound_file());
    EXPECT_EQ(import(import_of(seen, " ")).status, 422);
    ASSERT_EQ(mark("2027-01-01", R"("holiday")", 0).status, 200);
    ASSERT_EQ(mark("2040-01-02", R"("holiday")", 0).status, 200); // years between stay unlisted
    EXPECT_EQ(see("/api/calendar/years").body.at("items").at(1).at("year"), 2027);
    const auto late = import(import_of(seen));
    EXPECT_EQ(late.status, 412);
    EXPECT_EQ(late.code(), "calendar.stale");
    EXPECT_EQ(see(next_year).body.at("year").at("holidays"), 1);
    EXPECT_EQ(recorded("calendar_year.import"), 0);
}

TEST_P(CalendarRoutes, StayProvisionalWithAPartOfTheYear)
{
    ASSERT_EQ(import(import_of(preview("2027-01-01,放假,元旦\n"))).status, 201);
    EXPECT_EQ(see(next_year).body.at("year").at("provisional"), true);
    const auto whole =
        ask(put, next_year + "/completeness", {R"({"complete":true,"reason":"已核对"})", 1});
    ASSERT_EQ(whole.status, 200) << whole.text;
    EXPECT_EQ(whole.body.at("year").at("provisional"), false);
    EXPECT_EQ(
        ask(put, next_year + "/completeness", {R"({"complete":true,"reason":"x"})", 2}).code(),
        "calendar.complete_already");
    EXPECT_EQ(recorded("calendar_year.complete"), 1);
}

TEST_P(CalendarRoutes, MarkOneDayOfAYearThatIsBuiltInAndKeepTheOthers)
{
    const std::string year = "/api/calendar/years/2026";
    const auto marked = mark("2026-12-31", R"("holiday")", 0);
    ASSERT_EQ(marked.status, 200) << marked.text;
    EXPECT_EQ(marked.body.at("year").at("source"), "handed_in");
    EXPECT_EQ(marked.body.at("year").at("holidays"), 34);
    EXPECT_EQ(marked.body.at("year").at("provisional"), false);
    EXPECT_EQ(marked.body.at("history").at(0).at("days"), boost::json::array{"2026-12-31"});
    EXPECT_EQ(mark("2026-12-31", R"("holiday")", 1).code(), "calendar.not_changed");
    EXPECT_EQ(mark("2026-12-31", R"("holiday")", 0).code(), "calendar.stale");
    EXPECT_EQ(mark("2026-12-30", R"("adjusted_workday")", 1).field(), "/kind calendar.no_weekend");
    EXPECT_EQ(mark("2026-02-30", R"("holiday")", 1).status, 404);
    ASSERT_EQ(mark("2026-12-31", "null", 1).status, 200);
    EXPECT_EQ(see(year).body.at("year").at("holidays"), 33);
    EXPECT_EQ(recorded("calendar_year.mark"), 2);
}

TEST_P(CalendarRoutes, LetTheInspectionFindWhatTheRecordDoesNotSay)
{
    ASSERT_EQ(mark("2027-01-01", R"("holiday")", 0).status, 200);
    const auto audited = [&] {
        return db().read([](db::Tx& tx) { return audit_calendar_year(tx, "2027"); });
    };
    EXPECT_EQ(db().read([](db::Tx& tx) { return calendar_years_to_audit(tx); }).size(), 1);
    EXPECT_TRUE(audited().empty());
    ASSERT_TRUE(db().transact([](db::Tx& tx) -> base::Result<int> {
        tx.execute("DELETE FROM calendar_day WHERE year = 2027");
        return 0;
    }));
    ASSERT_EQ(audited().size(), 1);
    EXPECT_EQ(audited().at(0).params.at("field"), "days");
}

} // namespace
} // namespace xieshang::settings
