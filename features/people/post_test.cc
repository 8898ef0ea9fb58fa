// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/post.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::people {
namespace {

Tenure tenure(std::string id, std::string person, Period period)
{
    return {.id = {std::move(id)},
        .post_id = {"chair"},
        .person_id = {std::move(person)},
        .period = std::move(period)};
}

const Post chair{.id = {"chair"}, .title = "主席", .single_seat = true};

TEST(Post, SaysWhoHeldItOnADay)
{
    const std::vector<Tenure> tenures{
        tenure("1", "wang", {"2016-12-28", "2021-12-31"}), tenure("2", "li", {"2022-01-01", {}})};
    EXPECT_EQ(holders_on(tenures, chair.id, "2021-12-31"), std::vector<PersonId>{{"wang"}});
    EXPECT_EQ(holders_on(tenures, chair.id, "2022-01-01"), std::vector<PersonId>{{"li"}});
    EXPECT_TRUE(holders_on(tenures, chair.id, "2016-12-27").empty());
}

TEST(Post, IsHeldOnlyWhileItsOrganisationStands)
{
    const OrganisationWords body{
        .kind = OrganisationKind::department, .valid = {"2020-01-01", "2024-12-31"}};
    const auto fields = [&](Period period) {
        const auto lies = lies_within(tenure("1", "wang", std::move(period)), body);
        std::string found;
        for (const auto& field : lies ? std::vector<base::FieldTrouble>{} : lies.error().fields) {
            found += field.pointer + " ";
        }
        return found;
    };
    EXPECT_EQ(fields({"2020-01-01", "2024-12-31"}), "");
    EXPECT_EQ(fields({"2024-06-01", {}}), "/until ");
    EXPECT_EQ(fields({"2019-12-31", "2025-01-01"}), "/from /until ");
    EXPECT_EQ(fields({"2025-01-01", {}}), "/from /until ");
}

TEST(Post, OfASingleSeatIsNotHeldByTwo)
{
    const std::vector<Tenure> held{tenure("1", "wang", {"2022-01-01", {}})};
    const auto second = tenure("2", "li", {"2021-01-01", "2022-01-01"});
    EXPECT_EQ(may_hold(chair, second, held).error().code, "post.taken");
    auto vice_chair = chair;
    vice_chair.single_seat = false;
    EXPECT_TRUE(may_hold(vice_chair, second, held));
    EXPECT_EQ(may_hold(vice_chair, tenure("2", "wang", {"2023-01-01", {}}), held).error().code,
        "post.held_twice");
    EXPECT_TRUE(may_hold(chair, tenure("1", "wang", {"2022-01-01", "2022-06-30"}), held));
}

TEST(Post, EndsNeverBeforeItBegins)
{
    EXPECT_EQ(may_hold(chair, tenure("1", "wang", {"2022-01-02", "2022-01-01"}), {}).error().code,
        "period.invalid");
}

std::string any_day()
{
    const auto day = *rc::gen::inRange(1, 29);
    return (day < 10 ? "2022-01-0" : "2022-01-") + std::to_string(day);
}

TEST(Post, HasAtMostOneHolderOnEachDayWhateverIsAsked)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Tenure> kept;
        for (int i = 0; i < 12; ++i) {
            const auto person = *rc::gen::element<std::string>("wang", "li", "zhao");
            auto until = *rc::gen::arbitrary<bool>() ? std::optional(any_day()) : std::nullopt;
            const auto asked = tenure(std::to_string(i), person, {any_day(), std::move(until)});
            if (may_hold(chair, asked, kept)) {
                kept.push_back(asked);
            }
        }
        for (int day = 1; day <= 28; ++day) {
            const auto on = (day < 10 ? "2022-01-0" : "2022-01-") + std::to_string(day);
            RC_ASSERT(holders_on(kept, chair.id, on).size() <= 1U);
        }
    }));
}

} // namespace
} // namespace xieshang::people
