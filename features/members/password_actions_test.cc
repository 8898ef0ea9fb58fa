// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/password_actions.h"

#include "features/members/member_audit_actions.h"
#include "features/members/people_and_sessions_test.h"

namespace xieshang::members {
namespace {

constexpr auto asvs = PasswordProfile::asvs;
constexpr auto cn_djbh = PasswordProfile::cn_djbh;
const Caller phone{"192.0.2.7", "Phone", ""};

} // namespace

class OwnAccounts : public PeopleAndSessions {
protected:
    std::string enter(const std::string& password, const Caller& caller = at_home)
    {
        return sign_in(services(), "wang", password, caller).value().token;
    }
    // "" or the code of the field, or of the refusal.
    std::string code_of_change(const std::string& token, const std::string& old_password,
        const std::string& new_password, PasswordProfile profile = asvs)
    {
        const auto result =
            change_password(services(), token, {old_password, new_password}, at_home, profile);
        if (result) {
            return "";
        }
        const auto& fields = result.error().fields;
        return fields.empty() ? result.error().code : fields[0].pointer + " " + fields[0].code;
    }
};
ON_EVERY_DATABASE(OwnAccounts);

TEST_P(OwnAccounts, ChangesItsPasswordAndEndsItsOtherSessions)
{
    const auto person = add("wang");
    const auto here = enter("right password");
    const auto there = enter("right password", phone);
    EXPECT_EQ(code_of_change(here, "wrong password", "another password"),
        "/old_password members.wrong_password");
    EXPECT_EQ(
        code_of_change(here, "right password", "short"), "/new_password members.password_short");
    EXPECT_TRUE(actor_of(services(), there)) << "a refused change ends nothing";
    EXPECT_EQ(code_of_change(here, "right password", "another password"), "");
    EXPECT_TRUE(actor_of(services(), here));
    EXPECT_FALSE(actor_of(services(), there));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "members.wrong_login_or_password");
    EXPECT_EQ(code_of_sign_in("wang", "another password"), "in");
    EXPECT_EQ(
        code_of_change("no token", "another password", "right password"), "request.signed_out");
    EXPECT_EQ(everything_recorded().find("another password"), std::string::npos);
    db().look([&](db::Tx& tx) { EXPECT_TRUE(audit_person(tx, person.id.text).empty()); });
}

TEST_P(OwnAccounts, TakesNoneOfTheLastFivePasswordsAgainWhereTheHouseSaysSo)
{
    add("wang");
    const auto token = enter("right password");
    std::string now = "right password";
    for (const auto* next : {"One step 1", "Two steps 2", "Three steps 3", "Four steps 4"}) {
        ASSERT_EQ(code_of_change(token, now, next, cn_djbh), "");
        now = next;
    }
    const std::string used = "/new_password members.password_used_before";
    EXPECT_EQ(code_of_change(token, now, "Four steps 4", cn_djbh), used) << "the present one";
    EXPECT_EQ(code_of_change(token, now, "One step 1", cn_djbh), used);
    ASSERT_EQ(code_of_change(token, now, "Five steps 5", cn_djbh), "");
    EXPECT_EQ(code_of_change(token, "Five steps 5", "One step 1", cn_djbh), used);
    ASSERT_EQ(code_of_change(token, "Five steps 5", "Six steps 6", cn_djbh), "");
    EXPECT_EQ(code_of_change(token, "Six steps 6", "One step 1", cn_djbh), "")
        << "five others stand between";
    EXPECT_EQ(code_of_change(token, "One step 1", "One step 1"), used);
    EXPECT_EQ(code_of_change(token, "One step 1", "right password"), "");
}

TEST_P(OwnAccounts, HoldsBackGuessesAtItsOldPassword)
{
    add("wang");
    const auto token = enter("right password");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(code_of_change(token, "guess", "another password"),
            "/old_password members.wrong_password");
    }
    EXPECT_EQ(
        code_of_change(token, "right password", "another password"), "members.too_many_attempts");
}

TEST_P(OwnAccounts, IsFreshForFiveMinutes)
{
    add("wang");
    const auto token = enter("right password");
    const auto is_fresh = [&] { return actor_of(services(), token)->proved_lately; };
    EXPECT_TRUE(is_fresh());
    clock.advance(5 * minute_ms - 1);
    EXPECT_TRUE(is_fresh());
    clock.advance(1);
    EXPECT_FALSE(is_fresh());
    EXPECT_FALSE(prove_again(services(), token, "wrong password", at_home));
    EXPECT_FALSE(is_fresh());
    EXPECT_TRUE(prove_again(services(), token, "right password", at_home));
    EXPECT_TRUE(is_fresh());
}

TEST_P(OwnAccounts, ListsAndEndsItsSessions)
{
    add("wang");
    add("li");
    const auto here = enter("right password");
    clock.advance(minute_ms);
    const auto there = enter("right password", phone);
    const auto foreign = sign_in(services(), "li", "right password", at_home)->token;
    const auto own = own_account(services(), here, {}).value().sessions;
    ASSERT_EQ(own.size(), 2U);
    EXPECT_EQ(own[0].browser, "Phone");
    EXPECT_EQ(own[0].address, "192.0.2.7");
    EXPECT_FALSE(own[0].this_one);
    EXPECT_TRUE(own[1].this_one);
    EXPECT_EQ(
        end_own_session(services(), foreign, own[0].id).error().code, "members.no_such_session")
        << "another's";
    EXPECT_TRUE(end_own_session(services(), here, own[0].id));
    EXPECT_FALSE(actor_of(services(), there));
    EXPECT_TRUE(actor_of(services(), here));
    EXPECT_TRUE(end_all_own_sessions(services(), here));
    EXPECT_FALSE(actor_of(services(), here));
    EXPECT_TRUE(actor_of(services(), foreign));
}

TEST_P(OwnAccounts, MayOnlyChangeItsPasswordWhenThatHasEnded)
{
    add("wang", Role::office);
    clock.advance(password_lasts_ms - 1);
    const auto token = enter("right password");
    EXPECT_EQ(actor_of(services(), token, {cn_djbh})->roles, bit(Role::office));
    clock.advance(1);
    EXPECT_EQ(actor_of(services(), token, {cn_djbh})->roles, 0U);
    EXPECT_EQ(actor_of(services(), token, {asvs})->roles, bit(Role::office));
    EXPECT_EQ(code_of_change(token, "right password", "Another password 2", cn_djbh), "");
    EXPECT_EQ(actor_of(services(), token, {cn_djbh})->roles, bit(Role::office));
}

} // namespace xieshang::members
