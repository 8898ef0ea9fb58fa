// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SES-03 of an account without a password: its person signs in anew at the provider.
#include "features/members/oidc_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/oidc/made_up_provider_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

class OidcProofs : public PeopleAndSessions {
protected:
    std::string come(const std::optional<std::string>& proving, std::int64_t stays_ms = 0)
    {
        oidc::Client client(oidc::made_up_settings(), provider.fetch(clock), clock);
        const auto way =
            begin_oidc(services(), client, {redirect_uri, "/proved", "", proving}, at_home);
        if (!way) {
            return way.error().code;
        }
        address = way->address;
        const auto at = address.find("&state=") + 7;
        const auto state = address.substr(at, address.find('&', at) - at);
        provider.nonce = oidc::proof_of(way->browser).nonce;
        clock.advance(stays_ms);
        const auto back =
            finish_oidc(services(), client, {"code", state, "", "", way->browser}, at_home);
        if (back && back->signed_in) {
            token = back->signed_in->token;
        }
        return !back ? back.error().code : back->signed_in ? "signed in" : "proved";
    }
    bool is_fresh() { return actor_of(services(), token)->proved_lately; }
    void says_shown(std::int64_t ms_ago)
    {
        provider.auth_time = std::to_string((clock.now().ms - ms_ago) / 1000);
    }

    const std::string redirect_uri = "https://zx.example/api/oidc/callback";
    oidc::MadeUpProvider provider;
    std::string address;
    std::string token;
};
ON_EVERY_DATABASE(OidcProofs);

TEST_P(OidcProofs, MakeTheSessionFreshThatWasThere)
{
    add("wang");
    ASSERT_EQ(come({}), "signed in");
    EXPECT_EQ(address.find("max_age"), std::string::npos);
    clock.advance(fresh_ms);
    ASSERT_FALSE(is_fresh());
    says_shown(0);
    EXPECT_EQ(come(token), "proved");
    EXPECT_THAT(address, testing::HasSubstr("&prompt=login&max_age=0"));
    EXPECT_TRUE(is_fresh());
    EXPECT_EQ(rows("session"), 1) << "it is the same";
    EXPECT_EQ(recorded().back(), "person.prove");
}

TEST_P(OidcProofs, BelieveNoProviderThatDidNotAskAnew)
{
    add("wang");
    ASSERT_EQ(come({}), "signed in");
    clock.advance(fresh_ms);
    EXPECT_EQ(come(token), "oidc.not_anew") << "it does not say when";
    says_shown(2 * minute_ms);
    EXPECT_EQ(come(token), "oidc.not_anew");
    EXPECT_FALSE(is_fresh());
    EXPECT_EQ(recorded().back(), "denial.oidc");
    says_shown(-minute_ms);
    EXPECT_EQ(come(token, minute_ms), "proved");
}

TEST_P(OidcProofs, AreOfThePersonOfTheSessionAlone)
{
    add("wang");
    add("li");
    EXPECT_EQ(come("no session"), "request.signed_out");
    EXPECT_EQ(come(""), "request.signed_out");
    ASSERT_EQ(come({}), "signed in");
    clock.advance(fresh_ms);
    const auto of_li = sign_in(services(), "li", "right password", at_home)->token;
    clock.advance(fresh_ms);
    says_shown(0);
    EXPECT_EQ(come(of_li), "oidc.other_person");
    EXPECT_FALSE(actor_of(services(), of_li)->proved_lately);
    provider.subject = "u2";
    provider.login = "li";
    EXPECT_EQ(come(token), "oidc.other_person") << "and nothing is tied by it";
    EXPECT_EQ(rows("oidc_identity"), 1);
    EXPECT_FALSE(is_fresh());
}

} // namespace xieshang::members
