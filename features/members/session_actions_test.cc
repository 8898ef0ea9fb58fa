// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/attempts.h"
#include "features/members/people_and_sessions_test.h"

#include <atomic>
#include <thread>

namespace xieshang::members {

class SessionActions : public PeopleAndSessions {};
ON_EVERY_DATABASE(SessionActions);

TEST_P(SessionActions, AddAPersonWhoThenSignsInAndOut)
{
    const auto person = add("Wang", Role::office);
    const auto signed_in = sign_in(services(), "ＷＡＮＧ", "right password", at_home);
    ASSERT_TRUE(signed_in);
    EXPECT_EQ(signed_in->id, person.id);
    EXPECT_EQ(signed_in->login, "wang");
    const auto actor = actor_of(services(), signed_in->token);
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->id, person.id.text);
    EXPECT_EQ(actor->roles, bit(Role::office));
    sign_out(services(), signed_in->token);
    EXPECT_FALSE(actor_of(services(), signed_in->token));
    sign_out(services(), signed_in->token);
    EXPECT_EQ(recorded(), (Codes{"person.add", "person.sign_in", "person.sign_out"}));
}

TEST_P(SessionActions, KeepNoSecretInRecordOrTables)
{
    add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    const auto all = everything_recorded();
    EXPECT_EQ(all.find("right password"), std::string::npos);
    EXPECT_EQ(all.find("argon2"), std::string::npos);
    EXPECT_EQ(all.find(token), std::string::npos);
    const auto kept = db().read(
        [](db::Tx& tx) { return tx.all<std::string>("SELECT token_sha256 FROM session"); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].find(token), std::string::npos);
    EXPECT_EQ(all.find(kept[0]), std::string::npos);
}

TEST_P(SessionActions, RefuseALoginThatIsTaken)
{
    add("wang");
    const auto second = add_person(services(), program, {"WANG", "李小商", "right password", 0});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().trouble, base::Trouble::conflict);
    EXPECT_EQ(second.error().code, "members.login_taken");
    EXPECT_EQ(recorded(), Codes{"person.add"});
}

TEST_P(SessionActions, RefuseAnUnknownLoginLikeAWrongPassword)
{
    add("wang");
    const auto wrong = sign_in(services(), "wang", "wrong password", at_home);
    const auto unknown = sign_in(services(), "li", "right password", at_home);
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(wrong.error(), unknown.error());
    EXPECT_EQ(wrong.error().trouble, base::Trouble::unauthenticated);
    EXPECT_EQ(recorded(), (Codes{"person.add", "denial.sign_in", "denial.sign_in"}));
}

TEST_P(SessionActions, HoldBackAStrangerButNotTheOwner)
{
    add("wang");
    ASSERT_EQ(code_of_sign_in("wang", "right password"), "in");
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(code_of_sign_in("wang", "guess", {"198.51.100." + std::to_string(i), "", ""}),
            "members.wrong_login_or_password");
    }
    const auto held = sign_in(services(), "wang", "right password", {"198.51.100.9", "", ""});
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().trouble, base::Trouble::too_many_requests);
    EXPECT_EQ(held.error().params.at("retry_after_s"), "180");
    EXPECT_EQ(held.error().params.at("minutes"), "3");
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in") << "the owner's own address";
    clock.advance(3 * minute_ms);
    EXPECT_EQ(code_of_sign_in("wang", "right password", {"198.51.100.9", "", ""}), "in");
}

TEST_P(SessionActions, LetColleaguesInAtAnAddressWhereOneMistypes)
{
    add("wang");
    add("li");
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(code_of_sign_in("wang", "typo"), "members.wrong_login_or_password");
    }
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "members.too_many_attempts");
    EXPECT_EQ(code_of_sign_in("li", "right password"), "in");
}

TEST_P(SessionActions, HoldBackOneAddressThatTriesManyAccounts)
{
    add("wang");
    for (int i = 0; i < address_free_failures; ++i) {
        ASSERT_EQ(code_of_sign_in("person" + std::to_string(i), "123456789"),
            "members.wrong_login_or_password");
    }
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "members.too_many_attempts");
    EXPECT_EQ(code_of_sign_in("wang", "right password", {"198.51.100.9", "", ""}), "in");
}

TEST_P(SessionActions, LetNoParallelGuessesThroughTogether)
{
    add("wang");
    std::atomic<int> checked = 0;
    std::vector<std::thread> guesses;
    for (int i = 0; i < 24; ++i) {
        guesses.emplace_back([&, i] {
            const Caller caller{"198.51.100." + std::to_string(i), "", ""};
            checked += code_of_sign_in("wang", "guess", caller) == "members.wrong_login_or_password"
                ? 1
                : 0;
        });
    }
    for (auto& guess : guesses) {
        guess.join();
    }
    EXPECT_EQ(checked, account_burst);
}

TEST_P(SessionActions, ReplaceTheSessionOfTheSameBrowser)
{
    add("wang");
    const auto first = sign_in(services(), "wang", "right password", at_home)->token;
    const auto second =
        sign_in(services(), "wang", "right password", {"192.0.2.1", "Firefox", first})->token;
    EXPECT_NE(first, second);
    EXPECT_FALSE(actor_of(services(), first));
    EXPECT_TRUE(actor_of(services(), second));
}

TEST_P(SessionActions, SlideASessionAndWriteAtMostOnceAMinute)
{
    add("wang", Role::office);
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    clock.advance(minute_ms - 1);
    EXPECT_EQ(visit_of(services(), token)->last_seen_at_ms, clock.now() + -(minute_ms - 1));
    const auto before = visit_of(services(), token)->last_seen_at_ms;
    clock.advance(1);
    visit_of(services(), token);
    EXPECT_EQ(visit_of(services(), token)->last_seen_at_ms, before + minute_ms);
    for (int i = 0; i < 20; ++i) { // busy for hours
        clock.advance(29 * minute_ms);
        ASSERT_TRUE(actor_of(services(), token)) << i;
    }
    clock.advance(30 * minute_ms);
    EXPECT_FALSE(actor_of(services(), token));
}

TEST_P(SessionActions, EndEachSessionAfterTwelveHours)
{
    add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    clock.advance(session_most_ms - 1);
    EXPECT_TRUE(actor_of(services(), token));
    clock.advance(1);
    EXPECT_FALSE(actor_of(services(), token));
    sign_in(services(), "wang", "right password", at_home);
    EXPECT_EQ(rows("session"), 1) << "ended ones are cleared away";
}

TEST_P(SessionActions, SuspendAPersonWithHisNextRequest)
{
    const auto wang = add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_FALSE(actor_of(services(), token));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "members.wrong_login_or_password");
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::active));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in");
    EXPECT_EQ(recorded(),
        (Codes{"person.add", "person.sign_in", "person.suspend", "denial.sign_in",
            "person.reinstate", "person.sign_in"}));
    EXPECT_EQ(
        change_state(services(), program, PersonId{"li"}, PersonState::suspended).error().code,
        "members.not_found");
}

TEST_P(SessionActions, KnowNoTokenThatIsNone)
{
    for (const std::string token : {"", "x", "wrong-token-of-the-right-length-1234567890-"}) {
        EXPECT_FALSE(actor_of(services(), token)) << token;
    }
}

} // namespace xieshang::members
