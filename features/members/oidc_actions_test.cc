// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/demo_actions.h"
#include "features/members/oidc_fixture_test.h"

#include <gmock/gmock.h>

#include <thread>

namespace xieshang::members {

ON_EVERY_DATABASE(OidcActions);

TEST_P(OidcActions, SignInWhoHasTheLoginOfTheClaimAndKnowHimByHisSubjectAfterwards)
{
    add("wang");
    EXPECT_EQ(finish(begin()), "wang/plans");
    provider.login = "somebody";
    EXPECT_EQ(finish(begin()), "wang/plans");
    EXPECT_EQ(recorded(),
        (Codes{"person.add", "person.link_identity", "person.sign_in", "person.sign_in"}));
    EXPECT_NE(everything_recorded().find(R"("means":"oidc")"), std::string::npos);
    EXPECT_EQ(everything_recorded().find("\"u1\""), std::string::npos) << "no subject";
}

TEST_P(OidcActions, MakeNoAccount)
{
    add("li");
    EXPECT_EQ(finish(begin()), "oidc.unknown_person");
    EXPECT_EQ(rows("person"), 1);
    EXPECT_EQ(rows("oidc_identity"), 0);
    EXPECT_EQ(rows("session"), 0);
}

TEST_P(OidcActions, RefuseASuspendedPerson)
{
    const auto wang = add("wang");
    EXPECT_EQ(finish(begin()), "wang/plans");
    const auto begun = begin();
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_EQ(finish(begun), "oidc.suspended");
    const auto li = add("li");
    provider.subject = "u2";
    provider.login = "li";
    ASSERT_TRUE(change_state(services(), program, li.id, PersonState::suspended));
    EXPECT_EQ(finish(begin()), "oidc.suspended");
    EXPECT_EQ(rows("oidc_identity"), 1) << "nothing is linked meanwhile";
}

TEST_P(OidcActions, TellTheRecordWhyAndForWhomNobodyWasSignedIn)
{
    const auto wang = add("wang");
    const auto denials = [&] {
        return db().read([](db::Tx& tx) {
            return tx.all<std::string>(
                "SELECT subject_kind || ' ' || subject_id || ' ' || content FROM event JOIN "
                "event_content USING (sequence) WHERE action = 'denial.oidc' ORDER BY sequence");
        });
    };
    EXPECT_EQ(finish({"a state", "a browser"}), "oidc.not_begun");
    EXPECT_THAT(denials(),
        testing::ElementsAre(
            R"(address 192.0.2.1 {"address":"192.0.2.1","reason":"oidc.not_begun"})"));
    EXPECT_EQ(finish(begin(), "access_denied"), "oidc.cancelled");
    EXPECT_EQ(denials().size(), 1U) << "one a minute from an address";
    clock.advance(minute_ms);
    EXPECT_EQ(finish(begin()), "wang/plans");
    const auto begun = begin();
    ASSERT_TRUE(change_state(services(), program, wang.id, PersonState::suspended));
    EXPECT_EQ(finish(begun), "oidc.suspended");
    ASSERT_EQ(denials().size(), 2U);
    EXPECT_EQ(denials().back(),
        "sign_in " + wang.id.text + R"( {"address":"192.0.2.1","reason":"oidc.suspended"})");
}

TEST_P(OidcActions, TieNobodyToADemoAccount)
{
    seed_demo_people(services());
    EXPECT_EQ(
        finish(begin(make_oidc_link(services(), program, "office").value())), "oidc.demo_account");
    EXPECT_EQ(rows("oidc_identity"), 0);
    provider.login = "office";
    EXPECT_EQ(finish(begin()), "oidc.unknown_person");
    EXPECT_EQ(rows("session"), 0);
}

TEST_P(OidcActions, TieNoAdministratorByTheProvidersWordAlone)
{
    add("auditor", Role::auditor);
    provider.login = "auditor";
    EXPECT_EQ(finish(begin()), "oidc.administrator");
    EXPECT_EQ(rows("oidc_identity"), 0);
    EXPECT_EQ(
        finish(begin(make_oidc_link(services(), program, "auditor").value())), "auditor/plans");
}

TEST_P(OidcActions, GiveALoginToNobodyElse)
{
    add("wang");
    EXPECT_EQ(finish(begin()), "wang/plans");
    provider.subject = "u2"; // the provider gave the name to another person
    EXPECT_EQ(finish(begin()), "oidc.linked_otherwise");
    EXPECT_EQ(rows("session"), 1);
}

TEST_P(OidcActions, EndABegunSignInWhateverComesOfIt)
{
    add("wang");
    const auto begun = begin();
    EXPECT_EQ(finish({begun.state, "another browser"}), "oidc.not_begun");
    EXPECT_EQ(finish({"another state", begun.browser}), "oidc.not_begun");
    EXPECT_EQ(finish(begun), "wang/plans");
    EXPECT_EQ(finish(begun), "oidc.not_begun");
    const auto cancelled = begin();
    EXPECT_EQ(finish(cancelled, "access_denied"), "oidc.cancelled");
    EXPECT_EQ(finish(cancelled), "oidc.not_begun");
    EXPECT_EQ(finish(begin(), "server_error"), "oidc.refused_there");
    const auto late = begin();
    clock.advance(oidc_begun_ms);
    EXPECT_EQ(finish(late), "oidc.not_begun");
    begin();
    EXPECT_EQ(rows("oidc_begun"), 1) << "old ones are cleared away";
}

TEST_P(OidcActions, SignInOnceHoweverOftenAnAnswerComesAtTheSameTime)
{
    add("wang");
    const auto begun = begin();
    static_cast<void>(client().way_in({redirect_uri, "s", oidc::proof_of("b")}));
    std::vector<std::string> outcomes(16);
    std::vector<std::thread> all;
    for (auto& outcome : outcomes) {
        all.emplace_back([&] { outcome = finish(begun); });
    }
    for (auto& one : all) {
        one.join();
    }
    EXPECT_EQ(std::count(outcomes.begin(), outcomes.end(), "wang/plans"), 1);
    EXPECT_EQ(std::count(outcomes.begin(), outcomes.end(), "oidc.not_begun"), 15);
}

TEST_P(OidcActions, TieAnIdentityToAnAccountByAOneTimeLink)
{
    add("li");
    add("zhao");
    provider.login = "";
    const auto link = *make_oidc_link(services(), program, "li");
    EXPECT_EQ(finish(begin(link)), "li/plans");
    EXPECT_EQ(finish(begin(link)), "oidc.link_spent");
    EXPECT_EQ(finish(begin()), "li/plans");
    const auto other = *make_oidc_link(services(), program, "zhao");
    EXPECT_EQ(finish(begin(other)), "oidc.linked_otherwise");
    provider.subject = "u2";
    EXPECT_EQ(finish(begin(other)), "zhao/plans") << "the refused link was not used up";
    EXPECT_EQ(make_oidc_link(services(), program, "nobody").error().code, "members.not_found");
}

TEST_P(OidcActions, ReplaceAnEarlierLinkAndForgetAnOldOne)
{
    add("li");
    provider.login = "";
    const auto first = *make_oidc_link(services(), program, "li");
    const auto second = *make_oidc_link(services(), program, "li");
    EXPECT_EQ(finish(begin(first)), "oidc.link_spent");
    clock.advance(oidc_link_ms);
    EXPECT_EQ(finish(begin(second)), "oidc.link_spent");
}

TEST_P(OidcActions, UnlinkAnAccount)
{
    add("wang");
    EXPECT_EQ(finish(begin()), "wang/plans");
    ASSERT_TRUE(unlink_oidc(services(), program, "wang"));
    EXPECT_EQ(recorded().back(), "person.unlink_identity");
    provider.login = "";
    EXPECT_EQ(finish(begin()), "oidc.unknown_person");
}

TEST_P(OidcActions, LeadNobodyToAnotherSite)
{
    add("wang");
    for (const auto* back : {"https://evil.example", "//evil.example", "/\\evil.example", "plans",
             "/a\r\nSet-Cookie: x", ""}) {
        EXPECT_EQ(finish(begin("", back)), "wang/") << back;
    }
}

TEST_P(OidcActions, HoldBackAnAddressThatOnlyBegins)
{
    for (std::int64_t i = 0; i < oidc_begun_most; ++i) {
        begin();
    }
    const auto more = begin_oidc(services(), client(), {redirect_uri, "/", ""}, at_home);
    EXPECT_EQ(more.error().code, "oidc.too_many_begun");
    EXPECT_TRUE(
        begin_oidc(services(), client(), {redirect_uri, "/", ""}, {"198.51.100.9", "", ""}));
}

TEST_P(OidcActions, KeepNoSecretOfABegunSignIn)
{
    const auto begun = begin("a link's token");
    const auto kept = db().read([](db::Tx& tx) {
        return tx.all<std::string>("SELECT state_sha256 || browser_sha256 || link_sha256 "
                                   "|| redirect_uri || back FROM oidc_begun");
    });
    ASSERT_EQ(kept.size(), 1U);
    const auto proof = oidc::proof_of(begun.browser);
    for (const auto& secret :
        {begun.state, begun.browser, proof.nonce, proof.verifier, std::string("a link's token")}) {
        EXPECT_EQ(kept[0].find(secret), std::string::npos);
    }
}

} // namespace xieshang::members
