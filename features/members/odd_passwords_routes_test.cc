// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Odd passwords on their way through the API: what was taken opens the account as it was typed, and
// nothing that is merely like it does.
#include "features/members/account_routes.h"
#include "features/members/account_shapes.h"
#include "features/members/member_routes.h"
#include "features/members/odd_passwords_test.h"
#include "features/members/people_and_sessions_test.h"
#include "features/members/person.h"
#include "platform/json/json.h"

namespace xieshang::members {

class OddPasswords : public PeopleAndSessions {
protected:
    int status_of(const std::string& path, const std::string& body)
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request& request) { return actor_of_request(services(), request); });
        add_member_routes(api, {.version = "1"});
        add_account_routes(api, {});
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.body = body;
        request.remote_address = at_home.address;
        request.headers = {{"Content-Type", "application/json"},
            {"Idempotency-Key", "key-of-a-test-1"}, {"Cookie", "xieshang=" + token}};
        return api.handle(request).status;
    }
    int sign_in_with(const std::string& password)
    {
        return status_of("/api/session", json::write(SignIn{"zhao", password}));
    }
    // Not the same bytes.
    static std::string alike(const std::string& password)
    {
        const auto folded = folded_login(password);
        return folded == password ? password.substr(0, password.size() - 1) : folded;
    }

    std::string token;
};
ON_EVERY_DATABASE(OddPasswords);

TEST_P(OddPasswords, OpenTheAccountAsTheyWereTypedAndNotOtherwise)
{
    add("zhao");
    std::string now = "right password";
    for (const auto& odd : odd_passwords) {
        const std::string wanted(odd.password);
        token = sign_in(services(), "zhao", now, at_home)->token;
        const auto status =
            status_of("/api/account/password", json::write(PasswordChange{now, wanted}));
        token.clear();
        const bool taken = odd.asvs.empty() && !odd.hidden;
        EXPECT_EQ(status, taken ? 204 : 422) << wanted;
        if (taken) {
            EXPECT_NE(sign_in_with(alike(wanted)), 201) << wanted;
            EXPECT_EQ(sign_in_with(now), 401) << "the one before " << wanted;
            now = wanted;
        }
        ASSERT_EQ(sign_in_with(now), 201) << now;
    }
}

} // namespace xieshang::members
