// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/people_and_sessions_test.h"

#include <atomic>
#include <thread>

namespace xieshang::members {

class SetupLinks : public PeopleAndSessions {};
ON_EVERY_DATABASE(SetupLinks);

TEST_P(SetupLinks, MakeTheFirstAccountByALinkThatWorksOnce)
{
    EXPECT_TRUE(is_setup_needed(services()));
    const auto old = make_setup_link(services()).value();
    const auto token = make_setup_link(services()).value();
    const auto use = [&](const std::string& with, const std::string& login) {
        const auto made =
            use_setup_link(services(), {with, "王小协", login, "right password"}, at_home);
        return made ? made->token : made.error().code;
    };
    EXPECT_EQ(use(old, "wang"), "members.setup_link_spent");
    EXPECT_EQ(use("", "wang"), "members.setup_link_spent");
    EXPECT_EQ(use(token, "w"), "members.invalid") << "a mistake does not spend the link";
    const auto session = use(token, "wang");
    ASSERT_TRUE(actor_of(services(), session));
    EXPECT_EQ(actor_of(services(), session)->roles, bit(Role::office));
    EXPECT_EQ(use(token, "li"), "members.setup_done") << "whoever comes later signs in";
    EXPECT_FALSE(is_setup_needed(services()));
    EXPECT_EQ(make_setup_link(services()).error().code, "members.setup_done");
    EXPECT_EQ(
        recorded(), (Codes{"link.make", "link.make", "person.add", "link.use", "person.sign_in"}));
    EXPECT_EQ(everything_recorded().find(token), std::string::npos);
}

TEST_P(SetupLinks, RefuseASetupLinkOfYesterday)
{
    const auto token = make_setup_link(services()).value();
    clock.advance(24 * 60 * minute_ms);
    EXPECT_EQ(
        use_setup_link(services(), {token, "王", "wang", "right password"}, at_home).error().code,
        "members.setup_link_spent");
}

TEST_P(SetupLinks, RedeemALinkExactlyOnceOfSixtyFour)
{
    const auto token = make_setup_link(services()).value();
    std::atomic<int> made = 0;
    std::vector<std::thread> redemptions;
    for (int i = 0; i < 64; ++i) {
        redemptions.emplace_back([&, i] {
            const auto login = "admin" + std::to_string(i);
            made += use_setup_link(services(), {token, "王小协", login, "right password"}, at_home)
                ? 1
                : 0;
        });
    }
    for (auto& redemption : redemptions) {
        redemption.join();
    }
    EXPECT_EQ(made, 1);
    EXPECT_EQ(rows("person"), 1);
}

} // namespace xieshang::members
