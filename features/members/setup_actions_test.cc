// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/setup_actions.h"

#include "features/members/demo_actions.h"
#include "features/members/first_three_test.h"
#include "features/members/people_and_sessions_test.h"

#include <atomic>
#include <thread>

namespace xieshang::members {

class SetupLinks : public PeopleAndSessions {
protected:
    std::string code_of_use(const FirstThree& asked)
    {
        const auto made = use_setup_link(services(), asked);
        return made ? "made" : made.error().code;
    }
};
ON_EVERY_DATABASE(SetupLinks);

TEST_P(SetupLinks, MakeExactlyThreeAdministratorsByALinkThatWorksOnce)
{
    EXPECT_TRUE(is_setup_needed(services()));
    const auto old = make_setup_link(services()).value();
    const auto token = make_setup_link(services()).value();
    EXPECT_EQ(code_of_use(good_three(old)), "members.setup_link_spent");
    EXPECT_EQ(code_of_use(good_three("")), "members.setup_link_spent");
    auto half_filled = good_three(token);
    half_filled.auditor = {};
    EXPECT_EQ(code_of_use(half_filled), "members.invalid") << "a mistake does not spend the link";
    EXPECT_EQ(rows("person"), 0) << "all or none";
    const auto made = use_setup_link(services(), good_three(token)).value();
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[0].roles, bit(Role::system_administrator));
    EXPECT_EQ(made[1].roles, bit(Role::security_administrator));
    EXPECT_EQ(made[2].roles, bit(Role::auditor));
    EXPECT_EQ(rows("person"), 3);
    EXPECT_EQ(rows("session"), 0) << "each signs in";
    EXPECT_EQ(code_of_sign_in("shenji", "quiet ledger of rain"), "in");
    EXPECT_EQ(code_of_use(good_three(token)), "members.setup_done")
        << "whoever comes later signs in";
    EXPECT_FALSE(is_setup_needed(services()));
    EXPECT_EQ(make_setup_link(services()).error().code, "members.setup_done");
    EXPECT_EQ(recorded(),
        (Codes{"link.make", "link.make", "denial.link", "person.add", "person.add", "person.add",
            "link.use", "person.sign_in"}));
    EXPECT_EQ(everything_recorded().find(token), std::string::npos);
    EXPECT_EQ(everything_recorded().find("lanterns"), std::string::npos);
}

TEST_P(SetupLinks, RefuseALinkOfYesterday)
{
    const auto token = make_setup_link(services()).value();
    clock.advance(24 * 60 * minute_ms);
    EXPECT_EQ(code_of_use(good_three(token)), "members.setup_link_spent");
}

TEST_P(SetupLinks, RefuseWhenSomebodyIsThereHoweverHeWasMade)
{
    const auto token = make_setup_link(services()).value();
    add("wang", Role::office);
    EXPECT_EQ(code_of_use(good_three(token)), "members.setup_done");
    EXPECT_EQ(rows("person"), 1);
}

TEST_P(SetupLinks, LeaveNobodyBehindWhenOneOfTheThreeIsTaken)
{
    seed_demo_people(services());
    const auto before = rows("person");
    auto three = good_three(make_setup_link(services()).value());
    three.auditor.login = "office"; // the third to be written
    const auto made = use_setup_link(services(), three);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "members.login_taken");
    EXPECT_EQ(made.error().fields.at(0).pointer, "/auditor/login");
    EXPECT_EQ(rows("person"), before);
    three.auditor.login = "shenji";
    EXPECT_EQ(code_of_use(three), "made") << "the link is still good";
}

TEST_P(SetupLinks, RedeemALinkExactlyOnceOfSixtyFour)
{
    const auto token = make_setup_link(services()).value();
    std::atomic<int> made = 0;
    std::vector<std::thread> redemptions;
    for (int i = 0; i < 64; ++i) {
        redemptions.emplace_back([&, i] {
            auto three = good_three(token);
            three.auditor.login += std::to_string(i);
            made += use_setup_link(services(), three) ? 1 : 0;
        });
    }
    for (auto& redemption : redemptions) {
        redemption.join();
    }
    EXPECT_EQ(made, 1);
    EXPECT_EQ(rows("person"), 3);
}

} // namespace xieshang::members
