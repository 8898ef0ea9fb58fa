// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The browser in which somebody signed in is known: others at his address do not hold him back in
// it (AUT-04).
#include "features/members/account_actions.h"
#include "features/members/password_actions.h"
#include "features/members/people_and_sessions_test.h"

namespace xieshang::members {
namespace {

constexpr auto in = "in";
constexpr auto wrong = "members.wrong_login_or_password";
constexpr auto held_back = "members.too_many_attempts";

} // namespace

class KnownDevices : public PeopleAndSessions {
protected:
    void SetUp() override
    {
        PeopleAndSessions::SetUp();
        if (!IsSkipped()) {
            wang_ = add("wang").id;
        }
    }
    // His browser afterwards, at an address.
    Caller enter(const std::string& login, Caller caller = at_home)
    {
        const auto signed_in = sign_in(services(), login, "right password", caller).value();
        caller.device_token = signed_in.device_token;
        token_ = signed_in.token;
        return caller;
    }
    // Until strangers, and whoever shares his address, are held back.
    void guess_at_home(const std::string& login)
    {
        for (int i = 0; i < 20 && code_of_sign_in(login, "guess") == wrong; ++i) {}
        ASSERT_EQ(code_of_sign_in(login, "right password"), held_back);
    }

    PersonId wang_;
    std::string token_; // of the newest session
};
ON_EVERY_DATABASE(KnownDevices);

TEST_P(KnownDevices, LetTheOwnerInWhereAnotherAtHisAddressGuesses)
{
    const auto browser = enter("wang");
    guess_at_home("wang");
    auto on_the_way = enter("wang", browser);
    on_the_way.address = "198.51.100.9"; // where nobody knows him
    for (int i = 0; i < 5; ++i) {
        code_of_sign_in("wang", "guess", {"198.51.100." + std::to_string(i), "", ""});
    }
    ASSERT_EQ(code_of_sign_in("wang", "right password", {"198.51.100.9", "", ""}), held_back);
    EXPECT_EQ(code_of_sign_in("wang", "right password", on_the_way), in);
}

TEST_P(KnownDevices, AreHeldBackByTheirOwnGuesses)
{
    const auto browser = enter("wang");
    for (int i = 0; i < free_failures; ++i) {
        ASSERT_EQ(code_of_sign_in("wang", "guess", browser), wrong);
    }
    EXPECT_EQ(code_of_sign_in("wang", "right password", browser), held_back);
    EXPECT_EQ(code_of_sign_in("wang", "right password"), in) << "elsewhere at his address";
}

TEST_P(KnownDevices, ForgiveNobodyElseAtTheAddress)
{
    const auto browser = enter("wang");
    guess_at_home("wang");
    ASSERT_EQ(code_of_sign_in("wang", "right password", browser), in);
    EXPECT_EQ(code_of_sign_in("wang", "right password"), held_back);
}

TEST_P(KnownDevices, AreOfTheirAccountAlone)
{
    add("li");
    const auto browser = enter("wang");
    enter("li");
    guess_at_home("li");
    EXPECT_EQ(code_of_sign_in("li", "right password", browser), held_back);
    auto invented = browser;
    invented.device_token = std::string(43, 'x');
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "right password", invented), held_back);
}

TEST_P(KnownDevices, MayBeSharedAndCarryAnotherTokenAfterEachSignIn)
{
    add("li");
    const auto first = enter("wang");
    const auto second = enter("li", first);
    EXPECT_NE(first.device_token, second.device_token);
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "right password", first), held_back) << "an old copy";
    EXPECT_EQ(code_of_sign_in("wang", "right password", second), in);
}

TEST_P(KnownDevices, EndWithASignOutEverywhere)
{
    const auto browser = enter("wang");
    guess_at_home("wang");
    ASSERT_TRUE(end_all_own_sessions(services(), token_));
    EXPECT_EQ(code_of_sign_in("wang", "right password", browser), held_back);
}

TEST_P(KnownDevices, EndWithAnotherPasswordButForTheOneWhereItWasChosen)
{
    const auto elsewhere = enter("wang");
    auto here = enter("wang");
    ASSERT_TRUE(change_password(
        services(), token_, {"right password", "another password"}, here, PasswordProfile::asvs));
    EXPECT_EQ(rows("known_device"), 1);
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "another password", elsewhere), held_back);
    EXPECT_EQ(code_of_sign_in("wang", "another password", here), in);
}

TEST_P(KnownDevices, EndWithASuspension)
{
    const auto browser = enter("wang");
    const base::Actor administrator{"", "系统", 0};
    ASSERT_TRUE(change_state(services(), administrator, wang_, PersonState::suspended));
    ASSERT_TRUE(change_state(services(), administrator, wang_, PersonState::active));
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "right password", browser), held_back);
}

TEST_P(KnownDevices, EndWithAPasswordThatWasSetByALink)
{
    const auto browser = enter("wang");
    const auto link = make_account_link(services(), {"", "系统", 0}, wang_).value();
    const auto fresh =
        use_account_link(services(), {link.code, "another password"}, at_home, {}).value();
    EXPECT_EQ(rows("known_device"), 1);
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "another password", browser), held_back);
    auto renewed = at_home;
    renewed.device_token = fresh.device_token;
    EXPECT_EQ(code_of_sign_in("wang", "another password", renewed), in);
}

TEST_P(KnownDevices, AreTenAtMostAndForgottenAfterHalfAYear)
{
    const auto first = enter("wang");
    for (int i = 0; i < known_devices_most; ++i) {
        clock.advance(1);
        enter("wang");
    }
    EXPECT_EQ(rows("known_device"), known_devices_most);
    guess_at_home("wang");
    EXPECT_EQ(code_of_sign_in("wang", "right password", first), held_back);
    add("li");
    clock.advance(known_for_ms);
    enter("li");
    EXPECT_EQ(rows("known_device"), 1);
}

TEST_P(KnownDevices, StandNowhereAsTheyAreCarried)
{
    const auto browser = enter("wang");
    const auto kept = db().read(
        [](db::Tx& tx) { return *tx.one<std::string>("SELECT token_sha256 FROM known_device"); });
    EXPECT_NE(kept, browser.device_token);
    EXPECT_EQ(everything_recorded().find(browser.device_token), std::string::npos);
}

} // namespace xieshang::members
