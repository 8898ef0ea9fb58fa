// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_actions.h"

#include "features/members/attempts.h"
#include "features/members/demo_actions.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace xieshang::members {
namespace {

constexpr std::int64_t minute_ms = 60'000;
const Caller at_home{"192.0.2.1", "Firefox", ""};
const base::Actor program{"", "command line", 0};

class MemberActions : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (!IsSkipped()) {
            services_.emplace(services::Services{db(), clock, random_, files_});
        }
    }
    services::Services& services() { return *services_; }

    Person add(const std::string& login, Role role = Role::reader)
    {
        return add_person(services(), program, {login, "王小协", "right password", bit(role)}).value();
    }
    std::string code_of_sign_in(const std::string& login, const std::string& password, const Caller& caller = at_home)
    {
        const auto result = sign_in(services(), login, password, caller);
        return result ? "in" : result.error().code;
    }
    std::vector<std::string> recorded()
    {
        return db().read([](db::Tx& tx) { return tx.all<std::string>("SELECT action FROM event ORDER BY sequence"); });
    }
    std::string everything_recorded()
    {
        std::string all;
        db().look([&](db::Tx& tx) {
            for (const auto& content : tx.all<std::string>("SELECT content FROM event_content ORDER BY sequence")) {
                all += content + "\n";
            }
        });
        return all;
    }
    std::int64_t rows(const std::string& table)
    {
        return db().read([&](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) FROM " + table); });
    }

    tests::FakeClock clock;

private:
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    std::optional<services::Services> services_;
};
ON_EVERY_DATABASE(MemberActions);

using Codes = std::vector<std::string>;

} // namespace

TEST_P(MemberActions, AddAPersonWhoThenSignsInAndOut)
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

TEST_P(MemberActions, KeepNoSecretInRecordOrTables)
{
    add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    const auto all = everything_recorded();
    EXPECT_EQ(all.find("right password"), std::string::npos);
    EXPECT_EQ(all.find("argon2"), std::string::npos);
    EXPECT_EQ(all.find(token), std::string::npos);
    const auto kept = db().read([](db::Tx& tx) { return tx.all<std::string>("SELECT token_sha256 FROM session"); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].find(token), std::string::npos);
    EXPECT_EQ(all.find(kept[0]), std::string::npos);
}

TEST_P(MemberActions, RefuseALoginThatIsTaken)
{
    add("wang");
    const auto second = add_person(services(), program, {"WANG", "李小商", "right password", 0});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().trouble, base::Trouble::conflict);
    EXPECT_EQ(second.error().code, "members.login_taken");
    EXPECT_EQ(recorded(), Codes{"person.add"});
}

TEST_P(MemberActions, RefuseAnUnknownLoginLikeAWrongPassword)
{
    add("wang");
    const auto wrong = sign_in(services(), "wang", "wrong password", at_home);
    const auto unknown = sign_in(services(), "li", "right password", at_home);
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(wrong.error(), unknown.error());
    EXPECT_EQ(wrong.error().trouble, base::Trouble::unauthenticated);
    EXPECT_EQ(recorded(), Codes{"person.add"});
}

TEST_P(MemberActions, HoldBackAStrangerButNotTheOwner)
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
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in") << "the owner's own address";
    clock.advance(3 * minute_ms);
    EXPECT_EQ(code_of_sign_in("wang", "right password", {"198.51.100.9", "", ""}), "in");
}

TEST_P(MemberActions, LetNoParallelGuessesThroughTogether)
{
    add("wang");
    std::atomic<int> checked = 0;
    std::vector<std::thread> guesses;
    for (int i = 0; i < 24; ++i) {
        guesses.emplace_back([&, i] {
            const Caller caller{"198.51.100." + std::to_string(i), "", ""};
            checked += code_of_sign_in("wang", "guess", caller) == "members.wrong_login_or_password" ? 1 : 0;
        });
    }
    for (auto& guess : guesses) {
        guess.join();
    }
    EXPECT_EQ(checked, account_burst);
}

TEST_P(MemberActions, ReplaceTheSessionOfTheSameBrowser)
{
    add("wang");
    const auto first = sign_in(services(), "wang", "right password", at_home)->token;
    const auto second = sign_in(services(), "wang", "right password", {"192.0.2.1", "Firefox", first})->token;
    EXPECT_NE(first, second);
    EXPECT_FALSE(actor_of(services(), first));
    EXPECT_TRUE(actor_of(services(), second));
}

TEST_P(MemberActions, SlideASessionAndWriteAtMostOnceAMinute)
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

TEST_P(MemberActions, EndEachSessionAfterTwelveHours)
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

TEST_P(MemberActions, SuspendAPersonWithHisNextRequest)
{
    add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    ASSERT_TRUE(set_state(services(), program, "wang", PersonState::suspended));
    ASSERT_TRUE(set_state(services(), program, "wang", PersonState::suspended));
    EXPECT_FALSE(actor_of(services(), token));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "members.wrong_login_or_password");
    ASSERT_TRUE(set_state(services(), program, "wang", PersonState::active));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in");
    EXPECT_EQ(recorded(),
        (Codes{"person.add", "person.sign_in", "person.suspend", "person.reinstate", "person.sign_in"}));
    EXPECT_EQ(set_state(services(), program, "li", PersonState::suspended).error().code, "members.not_found");
}

TEST_P(MemberActions, KnowNoTokenThatIsNone)
{
    for (const std::string token : {"", "x", "wrong-token-of-the-right-length-1234567890-"}) {
        EXPECT_FALSE(actor_of(services(), token)) << token;
    }
}

TEST_P(MemberActions, MakeTheFirstAdministratorByALinkThatWorksOnce)
{
    EXPECT_TRUE(is_setup_needed(services()));
    const auto old = make_setup_link(services()).value();
    const auto token = make_setup_link(services()).value();
    const auto use = [&](const std::string& with, const std::string& login) {
        const auto made = use_setup_link(services(), {with, "王小协", login, "right password"}, at_home);
        return made ? made->token : made.error().code;
    };
    EXPECT_EQ(use(old, "wang"), "members.setup_link_spent");
    EXPECT_EQ(use("", "wang"), "members.setup_link_spent");
    EXPECT_EQ(use(token, "w"), "members.invalid") << "a mistake does not spend the link";
    const auto session = use(token, "wang");
    ASSERT_TRUE(actor_of(services(), session));
    EXPECT_EQ(actor_of(services(), session)->roles, bit(Role::office));
    EXPECT_EQ(use(token, "li"), "members.setup_link_spent");
    EXPECT_FALSE(is_setup_needed(services()));
    EXPECT_EQ(make_setup_link(services()).error().code, "members.setup_done");
    EXPECT_EQ(recorded(), (Codes{"link.make", "link.make", "person.add", "link.use", "person.sign_in"}));
    EXPECT_EQ(everything_recorded().find(token), std::string::npos);
}

TEST_P(MemberActions, RefuseASetupLinkOfYesterday)
{
    const auto token = make_setup_link(services()).value();
    clock.advance(24 * 60 * minute_ms);
    EXPECT_EQ(use_setup_link(services(), {token, "王", "wang", "right password"}, at_home).error().code,
        "members.setup_link_spent");
}

TEST_P(MemberActions, RedeemALinkExactlyOnceOfSixtyFour)
{
    const auto token = make_setup_link(services()).value();
    std::atomic<int> made = 0;
    std::vector<std::thread> redemptions;
    for (int i = 0; i < 64; ++i) {
        redemptions.emplace_back([&, i] {
            const auto login = "admin" + std::to_string(i);
            made += use_setup_link(services(), {token, "王小协", login, "right password"}, at_home) ? 1 : 0;
        });
    }
    for (auto& redemption : redemptions) {
        redemption.join();
    }
    EXPECT_EQ(made, 1);
    EXPECT_EQ(rows("person"), 1);
}

TEST_P(MemberActions, OpenDemoAccountsByOneClickAndByNoPassword)
{
    add("wang");
    seed_demo_people(services());
    seed_demo_people(services());
    const auto accounts = demo_accounts(services());
    ASSERT_EQ(accounts.size(), 2U);
    EXPECT_EQ(accounts[0].login, "office");
    EXPECT_EQ(accounts[0].role, "office");
    EXPECT_NE(accounts[0].name.find("演示"), std::string::npos);
    const auto demo = sign_in_as_demo(services(), "office", at_home);
    ASSERT_TRUE(demo);
    EXPECT_TRUE(actor_of(services(), demo->token));
    EXPECT_EQ(code_of_sign_in("office", ""), "members.wrong_login_or_password");
    EXPECT_EQ(sign_in_as_demo(services(), "wang", at_home).error().code, "members.not_a_demo_account");
    end_demo_sessions(services());
    EXPECT_FALSE(actor_of(services(), demo->token));
}

TEST_P(MemberActions, LeaveARealPersonAloneWhoHasADemoLogin)
{
    add("office");
    seed_demo_people(services());
    EXPECT_EQ(demo_accounts(services()).size(), 1U);
    EXPECT_EQ(sign_in_as_demo(services(), "office", at_home).error().code, "members.not_a_demo_account");
    EXPECT_EQ(code_of_sign_in("office", "right password"), "in");
}

} // namespace xieshang::members
