// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_days.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

constexpr base::Instant entered{1'640'995'200'000}; // 2022-01-01

Term term(Period period, std::int64_t version = 1)
{
    return {.id = {"t"},
        .number = 2,
        .period = std::move(period),
        .version = version,
        .updated_at = entered};
}

const Term running = term({"2021-12-28", {}});
const Term closed = term({"2016-12-28", "2021-12-27"}, 2);

std::string code_of(const base::Result<std::string>& day)
{
    return day ? *day : day.error().fields.at(0).pointer + " " + day.error().fields.at(0).code;
}

TEST(StepDay, IsTodayUnlessAnotherIsSaid)
{
    EXPECT_EQ(code_of(day_of_step(running, {.today = "2026-11-29"})), "2026-11-29");
    EXPECT_EQ(code_of(day_of_step(running, {.asked = "2024-03-15", .today = "2026-11-29"})),
        "2024-03-15");
}

TEST(StepDay, LiesWithinTheTermAfterTheStepBeforeAndNotInTheFuture)
{
    const auto day = [](const char* asked) {
        return code_of(
            day_of_step(running, {.asked = asked, .before = "2022-02-01", .today = "2026-11-29"}));
    };
    EXPECT_EQ(day("2022-02-01"), "2022-02-01");
    EXPECT_EQ(day("2022-01-31"), "/day membership.day_too_early");
    EXPECT_EQ(day("2026-11-29"), "2026-11-29");
    EXPECT_EQ(day("2026-11-30"), "/day membership.day_to_come");
    EXPECT_EQ(day("2026-02-30"), "/day period.not_a_day");
    EXPECT_EQ(code_of(day_of_step(running, {.asked = "2021-12-27", .today = "2026-11-29"})),
        "/day membership.day_too_early");
}

TEST(StepDay, OfATermToComeIsADayThatHasCome)
{
    const auto next = term({"2026-12-28", {}});
    EXPECT_EQ(code_of(day_of_step(next, {.today = "2026-11-29"})), "2026-11-29");
    EXPECT_EQ(code_of(day_of_step(next, {.asked = "2026-12-28", .today = "2026-11-29"})),
        "/day membership.day_to_come");
}

TEST(StepDay, OfATermEnteredAfterwardsEndsWithIt)
{
    const auto entered_late = term({"2011-12-28", "2016-12-27"});
    EXPECT_EQ(code_of(day_of_step(entered_late, {.today = "2026-11-29"})), "2011-12-28");
    EXPECT_EQ(code_of(day_of_step(entered_late, {.asked = "2016-12-28", .today = "2026-11-29"})),
        "/day membership.day_to_come");
}

TEST(Term, IsClosedWhenItIsOverUnlessItWasEnteredAfterwards)
{
    EXPECT_FALSE(still_open(closed, "2021-12-28"));
    EXPECT_EQ(still_open(closed, "2021-12-28").error().code, "membership.term_closed");
    EXPECT_TRUE(still_open(closed, "2021-12-27"));
    EXPECT_TRUE(still_open(running, "2026-11-29"));
    EXPECT_TRUE(still_open(term({"2011-12-28", "2016-12-27"}), "2026-11-29"));
    EXPECT_FALSE(still_open(term({"2021-12-28", "2025-12-27"}), "2026-11-29")); // it ran here
}

TEST(TermStanding, SaysServedOfATermThatIsOverAndElectedOfOneToCome)
{
    using enum base::Membership;
    EXPECT_EQ(reads_as(active, closed, "2021-12-27"), TermStanding::active);
    EXPECT_EQ(reads_as(active, closed, "2021-12-28"), TermStanding::served);
    EXPECT_EQ(reads_as(active, closed, "2016-12-27"), TermStanding::elected);
    EXPECT_EQ(reads_as(former, closed, "2021-12-28"), TermStanding::former);
    EXPECT_EQ(state_reading(TermStanding::served, closed, "2021-12-28"), active);
    EXPECT_EQ(state_reading(TermStanding::active, closed, "2021-12-28"), std::nullopt);
    EXPECT_EQ(state_reading(TermStanding::served, closed, "2021-12-27"), std::nullopt);
}

} // namespace
} // namespace xieshang::people
