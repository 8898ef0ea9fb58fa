// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: signing in at a provider that is made up.
#pragma once

#include "features/members/oidc_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/oidc/made_up_provider_test.h"

#include <memory>

namespace xieshang::members {

class OidcActions : public PeopleAndSessions {
protected:
    struct Begun {
        std::string state;
        std::string browser;
    };

    Begun begin(const std::string& link = "", const std::string& back = "/plans")
    {
        const auto way = begin_oidc(services(), client(), {redirect_uri, back, link}, at_home);
        EXPECT_TRUE(way) << way.error().code;
        const auto at = way->address.find("&state=") + 7;
        provider.nonce = oidc::proof_of(way->browser).nonce;
        return {way->address.substr(at, way->address.find('&', at) - at), way->browser};
    }
    std::string finish(const Begun& begun, const std::string& error = "")
    {
        const auto finished = finish_oidc(services(), client(),
            {error.empty() ? "code" : "", begun.state, "", error, begun.browser}, at_home);
        return !finished          ? finished.error().code
            : finished->signed_in ? finished->signed_in->login + finished->back
                                  : "proved" + finished->back;
    }
    oidc::Client& client()
    {
        if (!client_) {
            client_ = std::make_unique<oidc::Client>(
                oidc::made_up_settings(), provider.fetch(clock), clock);
        }
        return *client_;
    }

    const std::string redirect_uri = "https://zx.example/api/oidc/callback";
    oidc::MadeUpProvider provider;

private:
    std::unique_ptr<oidc::Client> client_;
};

} // namespace xieshang::members
