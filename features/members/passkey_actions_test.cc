// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_actions.h"

#include "features/members/account_actions.h"
#include "features/members/passkey_fixture_test.h"

#include <gmock/gmock.h>

#include <thread>

namespace xieshang::members {

class Passkeys : public WithPasskeys {};
ON_EVERY_DATABASE(Passkeys);

TEST_P(Passkeys, AreAddedAndSignIn)
{
    const auto wang = add("wang");
    const auto token = token_of("wang");
    const auto begun = *begin_passkey(services(), token, place, at_home);
    EXPECT_EQ(begun.login + begun.site, "wangzx.example");
    EXPECT_EQ(begun.user_handle, crypto::base64url(wang.id.text));
    EXPECT_EQ(add_with(device, token), "电脑");
    EXPECT_EQ(begin_passkey(services(), token, place, at_home)->known,
        (Codes{crypto::base64url(device.credential_id)}));
    EXPECT_EQ(sign_in_with(device), "wang");
    EXPECT_EQ(recorded(),
        (Codes{"person.add", "person.sign_in", "person.add_passkey", "person.sign_in"}));
    EXPECT_NE(everything_recorded().find(R"("means":"passkey")"), std::string::npos);
    EXPECT_EQ(own_passkeys(services(), token)->at(0).used_at, clock.now());
}

TEST_P(Passkeys, EndAtTen)
{
    add("wang");
    const auto token = token_of("wang");
    EXPECT_EQ(add_with(device, token), "电脑");
    EXPECT_EQ(add_with(device, token), "passkeys.known");
    for (int i = 1; i < passkeys_most; ++i) {
        device.credential_id = "another " + std::to_string(i);
        EXPECT_EQ(add_with(device, token), "电脑");
    }
    device.credential_id = "one more";
    EXPECT_EQ(add_with(device, token), "passkeys.too_many");
    EXPECT_EQ(rows("passkey"), passkeys_most);
}

TEST_P(Passkeys, AreNamedAndRemovedByTheirOwnerAlone)
{
    add("wang");
    add("li");
    const auto token = token_of("wang");
    const auto others = token_of("li");
    ASSERT_EQ(add_with(device, token), "电脑");
    const auto id = own_passkeys(services(), token)->at(0).id;
    EXPECT_EQ(name_passkey(services(), others, id, "x").error().code, "passkeys.not_found");
    EXPECT_EQ(remove_passkey(services(), others, id).error().code, "passkeys.not_found");
    EXPECT_EQ(name_passkey(services(), token, id, "").error().code, "members.invalid");
    ASSERT_TRUE(name_passkey(services(), token, id, "手机"));
    EXPECT_EQ(own_passkeys(services(), token)->at(0).name, "手机");
    EXPECT_EQ(everything_recorded().find("手机"), std::string::npos);
    ASSERT_TRUE(remove_passkey(services(), token, id));
    EXPECT_EQ(recorded().back(), "person.remove_passkey");
    EXPECT_EQ(sign_in_with(device), "passkeys.unknown");
}

TEST_P(Passkeys, TellTheRecordOfWhoWasNotSignedIn)
{
    const auto wang = add("wang");
    EXPECT_EQ(sign_in_with(device), "passkeys.unknown");
    EXPECT_EQ(recorded().back(), "denial.passkey");
    EXPECT_NE(everything_recorded().find(R"("reason":"passkeys.unknown")"), std::string::npos);
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_EQ(sign_in_with(device), "passkeys.suspended");
    EXPECT_EQ(sign_in_with(device), "passkeys.suspended");
    const auto whose = db().read([](db::Tx& tx) {
        return tx.all<std::string>(
            "SELECT subject_id FROM event WHERE action = 'denial.passkey' ORDER BY sequence");
    });
    EXPECT_EQ(whose, (Codes{"192.0.2.1", wang.id.text})) << "one a minute for each";
}

TEST_P(Passkeys, AnswerOnceInTheBrowserThatAskedAndInTime)
{
    add("wang");
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    const auto way = *begin_passkey_sign_in(services(), place, at_home);
    const auto answer = answer_of(device, way.asked.challenge);
    EXPECT_EQ(finish("another browser", answer), "passkeys.not_begun");
    EXPECT_EQ(finish(way.browser, answer), "wang");
    EXPECT_EQ(finish(way.browser, answer), "passkeys.not_begun") << "a replay";
    const auto late = *begin_passkey_sign_in(services(), place, at_home);
    clock.advance(passkey_ceremony_ms);
    EXPECT_EQ(finish(late.browser, answer_of(device, late.asked.challenge)), "passkeys.not_begun");
    EXPECT_EQ(sign_in_with(device), "wang");
    EXPECT_EQ(rows("passkey_challenge"), 0) << "old ones are cleared away";
}

TEST_P(Passkeys, OfOneCeremonyServeNoOther)
{
    add("wang");
    add("li");
    const auto token = token_of("wang");
    ASSERT_EQ(add_with(device, token), "电脑");
    const auto adding = *begin_passkey(services(), token, place, at_home);
    EXPECT_EQ(finish(token, answer_of(device, adding.challenge)), "passkeys.not_begun");
    passkeys::MadeUpAuthenticator other;
    other.credential_id = "other";
    EXPECT_EQ(add_passkey(services(), token_of("li"), place, made_for(other, adding.challenge))
                  .error()
                  .code,
        "passkeys.not_begun")
        << "another's session";
    const auto signing_in = *begin_passkey_sign_in(services(), place, at_home);
    EXPECT_EQ(add_passkey(services(), token, place, made_for(other, signing_in.asked.challenge))
                  .error()
                  .code,
        "passkeys.not_begun");
}

TEST_P(Passkeys, OfAnotherPageOrKeyAreNotBelieved)
{
    add("wang");
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    auto lying = device;
    lying.origin = "https://evil.example";
    EXPECT_EQ(sign_in_with(lying), "passkeys.not_believed");
    lying = device;
    lying.flags = 1;
    EXPECT_EQ(sign_in_with(lying), "passkeys.not_believed") << "nobody was verified";
    EXPECT_EQ(sign_in_with(passkeys::MadeUpAuthenticator()), "passkeys.not_believed")
        << "another key under this credential";
    lying = device;
    lying.credential_id = "unknown";
    EXPECT_EQ(sign_in_with(lying), "passkeys.unknown");
    const PasskeyPlace forged{"https://evil.example", "evil.example"};
    lying = device;
    lying.origin = forged.origin;
    lying.site = forged.site;
    const auto way = *begin_passkey_sign_in(services(), forged, at_home);
    EXPECT_EQ(sign_in_by_passkey(
                  services(), forged, way.browser, answer_of(lying, way.asked.challenge), at_home)
                  .error()
                  .code,
        "passkeys.unknown")
        << "a page of another name has no passkey here";
    EXPECT_EQ(rows("session"), 1);
}

TEST_P(Passkeys, ThatWereCopiedAreToldToTheRecord)
{
    add("wang");
    device.counter = 7;
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    device.counter = 9;
    EXPECT_EQ(sign_in_with(device), "wang");
    device.counter = 8; // the copy was used less often
    EXPECT_EQ(sign_in_with(device), "passkeys.copied");
    EXPECT_THAT(recorded(), testing::Contains("person.suspect_passkey"));
    device.counter = 10;
    EXPECT_EQ(sign_in_with(device), "wang") << "the first one goes on";
}

TEST_P(Passkeys, SignNoSuspendedPersonIn)
{
    const auto wang = add("wang");
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_EQ(sign_in_with(device), "passkeys.suspended");
}

TEST_P(Passkeys, SignInOnceHoweverOftenAnAnswerComesAtTheSameTime)
{
    add("wang");
    ASSERT_EQ(add_with(device, token_of("wang")), "电脑");
    const auto way = *begin_passkey_sign_in(services(), place, at_home);
    const auto answer = answer_of(device, way.asked.challenge);
    std::vector<std::string> outcomes(12);
    std::vector<std::thread> all;
    for (auto& outcome : outcomes) {
        all.emplace_back([&] { outcome = finish(way.browser, answer); });
    }
    for (auto& one : all) {
        one.join();
    }
    EXPECT_EQ(std::count(outcomes.begin(), outcomes.end(), "wang"), 1);
    EXPECT_EQ(std::count(outcomes.begin(), outcomes.end(), "passkeys.not_begun"), 11);
}

TEST_P(Passkeys, AreHeldBackWhereOnlyBeginningsCome)
{
    for (std::int64_t i = 0; i < passkeys_begun_most; ++i) {
        ASSERT_TRUE(begin_passkey_sign_in(services(), place, at_home));
    }
    EXPECT_EQ(
        begin_passkey_sign_in(services(), place, at_home).error().code, "passkeys.too_many_begun");
    clock.advance(passkey_ceremony_ms);
    EXPECT_TRUE(begin_passkey_sign_in(services(), place, at_home));
}

TEST_P(Passkeys, AreThoseThatTheRecordKnows)
{
    using testing::ElementsAre;
    using testing::IsEmpty;
    add("wang");
    const auto token = token_of("wang");
    ASSERT_EQ(add_with(device, token), "电脑");
    ASSERT_TRUE(name_passkey(services(), token, own_passkeys(services(), token)->at(0).id, "手机"));
    EXPECT_EQ(sign_in_with(device), "wang");
    EXPECT_THAT(misfits(), IsEmpty());
    change("UPDATE passkey SET public_key = 'a thief''s'");
    EXPECT_THAT(misfits(), ElementsAre("passkey"));
    change("DELETE FROM passkey");
    EXPECT_THAT(misfits(), ElementsAre("passkey"));
}

} // namespace xieshang::members
