// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/factor_fixture_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

using testing::HasSubstr;
using testing::Not;

namespace {

template <class Value>
std::string code_of(const base::Result<Value>& result)
{
    return result ? "" : result.error().code;
}

constexpr SignInRules required{.second_factor = SecondFactorUse::required};
constexpr SignInRules off{.second_factor = SecondFactorUse::off};

} // namespace

class Factors : public WithFactors {};
ON_EVERY_DATABASE(Factors);

TEST_P(Factors, AreInForceOnceTheirFirstCodeWasShown)
{
    const auto wang = add("wang");
    const auto token = token_of("wang");
    const auto begun = begin_factor(services(), token, {}).value();
    secret = decoded(begun.secret);
    EXPECT_EQ(
        begun.address, "otpauth://totp/Xieshang:wang?secret=" + begun.secret + "&issuer=Xieshang");
    EXPECT_GT(begun.picture.modules, 20);
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in") << "it is not in force";
    EXPECT_EQ(code_of(confirm_factor(services(), token, "000000")), "members.invalid");
    EXPECT_EQ(confirm_factor(services(), token, code()).value().codes.size(), 10U);
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "code");
    EXPECT_EQ(code_of(confirm_factor(services(), token, code(1))), "members.no_factor_begun");
    EXPECT_EQ(code_of(begin_factor(services(), token, {})), "members.has_second_factor");
    expect_sound(wang.id);
}

TEST_P(Factors, LeaveNoSecretInRecordOrTables)
{
    add("wang");
    const auto codes = add_factor(token_of("wang"));
    const auto all = everything_recorded();
    const auto tables = db().read([](db::Tx& tx) {
        std::string text;
        for (const auto& digest :
            tx.all<std::string>("SELECT code_sha256 FROM recovery_code ORDER BY code_sha256")) {
            text += digest;
        }
        for (const auto& box : tx.all<db::Blob>("SELECT box FROM sealed_value")) {
            text += box.bytes;
        }
        return text;
    });
    for (const auto& place : {all, tables}) {
        EXPECT_THAT(place, Not(HasSubstr(secret)));
        EXPECT_THAT(place, Not(HasSubstr(crypto::base32(secret))));
        EXPECT_THAT(place, Not(HasSubstr(codes.codes[0])));
    }
    EXPECT_EQ(rows("sealed_value"), 1) << "the one that was begun is gone";
}

TEST_P(Factors, AreAddedRenewedAndGivenUp)
{
    const auto wang = add("wang");
    const auto token = token_of("wang");
    const auto before = add_factor(token).codes;
    const auto renewed = renew_recovery_codes(services(), token).value().codes;
    const auto waiting = sign_in(services(), "wang", password, at_home)->token;
    EXPECT_EQ(code_of_step(waiting, before[0]), "members.invalid");
    EXPECT_EQ(code_of_step(waiting, renewed[0]), "in");
    expect_sound(wang.id);
    ASSERT_TRUE(remove_own_factor(services(), token, {}));
    EXPECT_EQ(code_of_sign_in("wang", "right password"), "in");
    EXPECT_EQ(rows("sealed_value") + rows("recovery_code") + rows("second_factor"), 0);
    EXPECT_EQ(code_of(remove_own_factor(services(), token, {})), "members.no_second_factor");
    expect_sound(wang.id);
}

TEST_P(Factors, ThatAreLostAreRemovedByAnotherAndThePersonIsTold)
{
    const auto wang = add("wang");
    const auto token = token_of("wang");
    add_factor(token);
    const auto waiting = sign_in(services(), "wang", password, at_home)->token;
    const base::Actor admin{"another", "赵系统", bit(Role::system_administrator)};
    EXPECT_EQ(
        code_of(remove_lost_factor(services(), actor_of(wang), wang.id)), "members.own_factor");
    EXPECT_FALSE(remove_lost_factor(services(), admin, wang.id).value().has_second_factor);
    EXPECT_EQ(code_of(remove_lost_factor(services(), admin, wang.id)), "members.no_second_factor");
    EXPECT_EQ(code_of(remove_lost_factor(services(), admin, {"nobody"})), "members.not_found");
    EXPECT_EQ(code_of_step(waiting, code()), "members.second_step_over");
    const auto next = token_of("wang");
    auto visit = visit_of(services(), next).value();
    EXPECT_EQ(attention_of(visit, {}, clock.now()), Attention::factor_removed);
    EXPECT_EQ(own_factor(services(), visit, {}).removed_by, "赵系统");
    EXPECT_EQ(actor_of(services(), next)->roles, bit(Role::reader)) << "he may work on";
    expect_sound(wang.id);
    ASSERT_TRUE(acknowledge_removal(services(), next));
    visit = visit_of(services(), next).value();
    EXPECT_EQ(attention_of(visit, {}, clock.now()), std::nullopt);
    add_factor(next);
    expect_sound(wang.id);
}

TEST_P(Factors, SignOutEverywhereAlsoWhoWaitsForHisCode)
{
    add("wang");
    const auto token = token_of("wang");
    add_factor(token);
    const auto waiting = sign_in(services(), "wang", password, at_home)->token;
    ASSERT_TRUE(end_all_own_sessions(services(), token));
    EXPECT_EQ(code_of_step(waiting, code()), "members.second_step_over");
}

TEST_P(Factors, OfAdministratorsAreRemovedByNoOtherAdministrator)
{
    const auto security = add("security", Role::security_administrator);
    add_factor(token_of("security"));
    const base::Actor admin{"another", "赵系统", bit(Role::system_administrator)};
    EXPECT_EQ(
        code_of(remove_lost_factor(services(), admin, security.id)), "members.administrator_link");
    EXPECT_FALSE(remove_lost_factor(services(), program, security.id).value().has_second_factor);
}

TEST_P(Factors, AreMissedOnlyByWhomTheHouseRequiresThemOf)
{
    add("office", Role::office);
    add("security", Role::security_administrator);
    add("reader");
    const auto roles = [&](const std::string& login) {
        return actor_of(services(), token_of(login), required)->roles;
    };
    EXPECT_EQ(roles("office"), 0U);
    EXPECT_EQ(roles("security"), 0U);
    EXPECT_EQ(roles("reader"), bit(Role::reader));
    const auto token = token_of("office");
    add_factor(token);
    EXPECT_EQ(actor_of(services(), token, required)->roles, bit(Role::office));
    EXPECT_EQ(
        code_of(remove_own_factor(services(), token, required)), "members.second_factor_required");
}

TEST_P(Factors, AreNeitherAskedForNorAddedWhereTheyAreOff)
{
    add("wang");
    const auto token = token_of("wang");
    add_factor(token);
    EXPECT_FALSE(sign_in(services(), "wang", password, at_home, off)->awaits_code);
    ASSERT_TRUE(remove_own_factor(services(), token, off));
    EXPECT_EQ(code_of(begin_factor(services(), token, off)), "members.second_factor_off");
}

TEST_P(Factors, AreHeldAgainstTheRecord)
{
    const auto wang = add("wang");
    add_factor(token_of("wang"));
    db().write([&](db::Tx& tx) {
        tx.execute("DELETE FROM second_factor");
        tx.execute("DELETE FROM recovery_code WHERE code_sha256 = "
                   "(SELECT max(code_sha256) FROM recovery_code)");
        return true;
    });
    std::vector<std::string> fields;
    db().look([&](db::Tx& tx) {
        for (const auto& misfit : audit_person(tx, wang.id.text)) {
            fields.push_back(misfit.params.at("field"));
        }
    });
    EXPECT_EQ(fields, (std::vector<std::string>{"second_factor", "recovery_codes"}));
}

} // namespace xieshang::members
