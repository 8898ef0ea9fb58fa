// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/factor_fixture_test.h"

#include <atomic>
#include <thread>

namespace xieshang::members {

class SecondSteps : public WithFactors {
protected:
    void SetUp() override
    {
        WithFactors::SetUp();
        if (!IsSkipped()) {
            wang = add("wang");
            codes = add_factor(token_of("wang")).codes;
        }
    }
    std::string waiting(const Caller& caller = at_home)
    {
        const auto begun = sign_in(services(), "wang", password, caller);
        EXPECT_TRUE(begun && begun->awaits_code);
        return begun ? begun->token : "";
    }
    Person wang;
    std::vector<std::string> codes;
};
ON_EVERY_DATABASE(SecondSteps);

TEST_P(SecondSteps, AreNoSessionUntilTheCodeIsRight)
{
    const auto token = waiting();
    EXPECT_FALSE(visit_of(services(), token));
    EXPECT_EQ(code_of_step(token, "123456"), "members.invalid");
    const auto signed_in = sign_in_second_step(services(), {token, code()}, at_home);
    ASSERT_TRUE(signed_in);
    EXPECT_NE(signed_in->token, token);
    EXPECT_TRUE(visit_of(services(), signed_in->token));
    EXPECT_EQ(code_of_step(token, code(1)), "members.second_step_over");
    EXPECT_NE(everything_recorded().find(R"("means":"password+totp")"), std::string::npos);
}

TEST_P(SecondSteps, TakeACodeHoweverItIsTyped)
{
    const auto plain = code();
    std::string wide;
    for (const char c : plain) {
        wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
    }
    EXPECT_EQ(code_of_step(waiting(), " " + wide.substr(0, 9) + " " + wide.substr(9)), "in");
}

TEST_P(SecondSteps, TakeNoCodeTwice)
{
    const auto used = code();
    EXPECT_EQ(code_of_step(waiting(), used), "in");
    EXPECT_EQ(code_of_step(waiting(), used), "members.invalid");
    EXPECT_EQ(code_of_step(waiting(), code(-1)), "members.invalid");
    EXPECT_EQ(code_of_step(waiting(), code(1)), "in");
}

TEST_P(SecondSteps, TakeARecoveryCodeOnce)
{
    auto small = codes[3];
    for (auto& c : small) {
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    }
    EXPECT_EQ(code_of_step(waiting(), small), "in");
    EXPECT_EQ(code_of_step(waiting(), codes[3]), "members.invalid");
    EXPECT_EQ(code_of_step(waiting(), codes[4]), "in");
    expect_sound(wang.id);
}

TEST_P(SecondSteps, EndAfterFiveMinutesAndWhenTheAccountChanges)
{
    const auto late = waiting();
    clock.advance(second_step_ms);
    EXPECT_EQ(code_of_step(late, code()), "members.second_step_over");
    const auto early = waiting();
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_EQ(code_of_step(early, code()), "members.second_step_over");
    EXPECT_EQ(code_of_step("", code()), "members.second_step_over");
}

TEST_P(SecondSteps, HoldGuessesBackThoughThePasswordIsKnown)
{
    const Caller thief{"198.51.100.7", "", ""};
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(
            code_of_step(waiting(thief), "00000" + std::to_string(i), thief), "members.invalid");
    }
    const auto held = sign_in_second_step(services(), {waiting(thief), code()}, thief);
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().code, "members.too_many_attempts");
    EXPECT_EQ(code_of_step(waiting(), code()), "in") << "the owner, where he signed in before";
}

TEST_P(SecondSteps, FollowALinkToo)
{
    const auto link = make_account_link(services(), program, wang.id).value().code;
    const auto used =
        use_account_link(services(), {link, "春江潮水连海平上"}, at_home, SignInRules{});
    ASSERT_TRUE(used);
    EXPECT_TRUE(used->awaits_code) << "whoever reset the password does not get in by it";
    EXPECT_FALSE(visit_of(services(), used->token));
    EXPECT_EQ(code_of_step(used->token, code()), "in");
}

TEST_P(SecondSteps, TakeOneOfSixtyFourAtTheSameTime)
{
    std::vector<std::string> tokens(64);
    for (auto& token : tokens) {
        token = waiting();
    }
    const auto typed = code();
    std::atomic<int> in = 0;
    std::vector<std::thread> threads;
    threads.reserve(tokens.size());
    for (const auto& token : tokens) {
        threads.emplace_back([&] { in += code_of_step(token, typed) == "in" ? 1 : 0; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(in, 1);
}

// SES-03: also of an account without a password.
TEST_P(SecondSteps, ShowAgainWhoSomebodyIs)
{
    const auto token = sign_in_second_step(services(), {waiting(), code()}, at_home)->token;
    clock.advance(fresh_ms);
    const auto is_fresh = [&] { return actor_of(services(), token)->proved_lately; };
    const auto prove = [&](const std::string& typed) {
        const auto proved = prove_by_code(services(), token, typed, at_home);
        return proved ? "proved" : proved.error().code;
    };
    EXPECT_EQ(prove("000000"), "members.invalid");
    EXPECT_FALSE(is_fresh());
    EXPECT_EQ(recorded().back(), "denial.second_step");
    const auto now = code();
    EXPECT_EQ(prove(now), "proved");
    EXPECT_TRUE(is_fresh());
    EXPECT_EQ(recorded().back(), "person.prove");
    EXPECT_EQ(prove(now), "members.invalid") << "a code works once";
    EXPECT_EQ(prove(codes.at(0)), "proved");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(prove("000000"), "members.invalid");
    }
    EXPECT_EQ(prove(code(1)), "members.too_many_attempts");
    add("li");
    const auto other = token_of("li");
    EXPECT_EQ(prove_by_code(services(), other, "000000", at_home).error().code,
        "members.no_second_factor");
}

} // namespace xieshang::members
