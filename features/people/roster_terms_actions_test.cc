// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a roster says of terms that are over, and of days and months.
#include "features/people/roster_desk_test.h"

namespace xieshang::people {
namespace {

using testing::ElementsAre;

class RosterTerms : public RosterDesk {
protected:
    void close_the_term()
    {
        ASSERT_TRUE(re_elect(services_ref(), clerk, {3, {"2022-01-05", {}}}, {}));
    }
};
ON_EVERY_DATABASE(RosterTerms);

TEST_P(RosterTerms, AClosedOneTakesNobodyAndStaysAsItIs)
{
    ASSERT_TRUE(confirm(chosen("姓名,界别\n王芳,经济\n")));
    close_the_term();
    for (const auto* row : {"王芳,经济,二届,离任", "王芳,教育,二届,任满", "李强,经济,二届,任满"}) {
        EXPECT_EQ(code_of(chosen("姓名,界别,届,状态\n" + std::string(row) + "\n"), 0),
            "membership.term_closed")
            << row;
    }
    const auto same = preview(chosen("姓名,界别,届,状态\n王芳,经济,二届,任满\n"));
    EXPECT_EQ(same.counts, (RosterCounts{.same = 1}));
    expect_sound();
}

TEST_P(RosterTerms, WhoIsMovedByARosterKeepsThePlaceOfBefore)
{
    ASSERT_TRUE(confirm(chosen("姓名,界别\n王芳,经济\n")));
    const auto before = memberships(people().at("王芳")).at(0);
    ASSERT_TRUE(confirm(chosen("姓名,界别\n王芳,教育\n")));
    const auto now = memberships(people().at("王芳")).at(0);
    EXPECT_NE(now.sector_id, before.sector_id);
    std::vector<std::string> places;
    for (const auto& step : db().read([&](db::Tx& tx) { return steps_of(tx, now.id); })) {
        places.push_back(step.sector_id.value_or("?"));
    }
    EXPECT_THAT(
        places, ElementsAre(before.sector_id.text, before.sector_id.text, now.sector_id.text));
    expect_sound();
}

TEST_P(RosterTerms, NobodyHasServedATermThatRuns)
{
    EXPECT_EQ(code_of(chosen("姓名,界别,状态\n王芳,经济,任满\n"), 0), "roster.state_of_other_term");
}

TEST_P(RosterTerms, AnEarlierOneIsEnteredAfterwards)
{
    ASSERT_TRUE(add_term(services_ref(), clerk, {1, {"2011-12-28", "2016-12-27"}}));
    db().write([](db::Tx& tx) {
        tx.execute("UPDATE organisation SET from_day = '2001-01-01'");
        return true;
    });
    const auto done = confirm(chosen("姓名,界别,届,状态\n王芳,经济,一届,任满\n"));
    ASSERT_TRUE(done) << done.error().code;
    const auto kept = memberships(people().at("王芳")).at(0);
    EXPECT_EQ(kept.state, MembershipState::active);
    std::vector<std::string> days;
    for (const auto& step : db().read([&](db::Tx& tx) { return steps_of(tx, kept.id); })) {
        days.push_back(step.from_day);
    }
    EXPECT_THAT(days, ElementsAre("2011-12-28", "2011-12-28"));
    expect_sound();
}

TEST_P(RosterTerms, NobodyIsBornInTheFuture)
{
    EXPECT_EQ(code_of(chosen("姓名,出生年月\n王芳,2050-12\n"), 0), "people.month_to_come");
    EXPECT_EQ(code_of(chosen("姓名,出生年月\n王芳,2022-04\n"), 0), "people.month_to_come");
    EXPECT_EQ(code_of(chosen("姓名,出生年月\n王芳,2022-03\n"), 0), "");
}

} // namespace
} // namespace xieshang::people
