// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"

#include "features/members/member_audit_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "features/people/register_actions.h"

#include <atomic>
#include <thread>

namespace xieshang::members {
namespace {

const SignInRules asvs;

} // namespace

class Accounts : public PeopleAndSessions {
protected:
    Account make(const std::string& login)
    {
        return make_account(services(), program, {login, "李小商"}).value();
    }
    std::string link(const Account& account)
    {
        return make_account_link(services(), program, account.id).value().code;
    }
    std::string code_of_use(const std::string& code, const std::string& password)
    {
        const auto result = use_account_link(services(), {code, password}, at_home, asvs);
        return result ? "in" : result.error().code;
    }
    std::string code_of_role(const PersonId& id, Role role, bool granted)
    {
        const auto result = change_role(services(), program, id, {role, granted});
        return result ? "" : result.error().code;
    }
    Account opened(const std::string& login, const std::string& name) // he has set a password
    {
        auto account = make_account(services(), program, {login, name}).value();
        EXPECT_EQ(code_of_use(link(account), "春江潮水连海平上"), "in");
        return account;
    }
    void expect_sound(const PersonId& id)
    {
        db().look([&](db::Tx& tx) { EXPECT_TRUE(audit_person(tx, id.text).empty()); });
    }
};
ON_EVERY_DATABASE(Accounts);

TEST_P(Accounts, AreOpenedByTheirPersonAloneAndOnce)
{
    const auto li = make("li");
    EXPECT_FALSE(li.has_password);
    EXPECT_TRUE(li.roles.empty());
    EXPECT_EQ(code_of_sign_in("li", ""), "members.wrong_login_or_password");
    const auto replaced = link(li);
    const auto code = link(li);
    EXPECT_EQ(code_of_use(replaced, "春江潮水连海平上"), "members.link_spent");
    EXPECT_EQ(code_of_use(code, "short"), "members.invalid") << "does not spend it";
    EXPECT_EQ(code_of_use(code, "春江潮水连海平上"), "in");
    EXPECT_EQ(code_of_use(code, "海上明月共潮生呀"), "members.link_spent");
    EXPECT_EQ(code_of_sign_in("li", "春江潮水连海平上"), "in");
    EXPECT_EQ(everything_recorded().find(code), std::string::npos);
    expect_sound(li.id);
}

TEST_P(Accounts, HaveLinksThatEnd)
{
    const auto li = make("li");
    const auto invite = link(li);
    clock.advance(invite_link_ms - 1);
    EXPECT_EQ(code_of_use(invite, "春江潮水连海平上"), "in");
    const auto reset = make_account_link(services(), program, li.id).value();
    EXPECT_EQ(reset.purpose, LinkPurpose::reset);
    clock.advance(reset_link_ms);
    EXPECT_EQ(code_of_use(reset.code, "海上明月共潮生呀"), "members.link_spent");
}

TEST_P(Accounts, LetExactlyOneOfManyUseALink)
{
    const auto code = link(make("li"));
    std::atomic<int> in{};
    std::vector<std::thread> all;
    for (int i = 0; i < 64; ++i) {
        all.emplace_back([&] { in += code_of_use(code, "春江潮水连海平上") == "in" ? 1 : 0; });
    }
    for (auto& one : all) {
        one.join();
    }
    EXPECT_EQ(in, 1);
}

TEST_P(Accounts, EndTheirSessionsWhenTheirPasswordIsReset)
{
    const auto wang = add("wang");
    const auto token = sign_in(services(), "wang", "right password", at_home)->token;
    const auto reset = make_account_link(services(), program, wang.id).value().code;
    EXPECT_TRUE(actor_of(services(), token)) << "an unused link ends nothing";
    EXPECT_EQ(code_of_use(reset, "春江潮水连海平上"), "in");
    EXPECT_FALSE(actor_of(services(), token));
}

TEST_P(Accounts, KeepTheThreeAdministratorsApart)
{
    const auto li = opened("li", "李小商");
    EXPECT_EQ(code_of_role(li.id, Role::auditor, true), "");
    for (const auto other :
        {Role::office, Role::system_administrator, Role::security_administrator}) {
        EXPECT_EQ(code_of_role(li.id, other, true), "members.roles_apart");
    }
    const auto write_by_hand = [&](const char* roles) {
        db().write([&](db::Tx& tx) {
            tx.execute(std::string("UPDATE person SET roles = ") + roles);
            return true;
        });
    };
    EXPECT_THROW(write_by_hand("393216"), db::Failure) << "the database holds it, too";
    EXPECT_THROW(write_by_hand("131073"), db::Failure);
    EXPECT_NO_THROW(write_by_hand("131072"));
    expect_sound(li.id);
}

TEST_P(Accounts, KeepTheLastAdministratorOfEachKind)
{
    const auto first = opened("li", "李小商");
    ASSERT_EQ(code_of_role(first.id, Role::security_administrator, true), "");
    EXPECT_EQ(
        code_of_role(first.id, Role::security_administrator, false), "members.last_administrator");
    const auto suspend = [&](const PersonId& id) {
        const auto result = change_state(services(), program, id, PersonState::suspended);
        return result ? "" : result.error().code;
    };
    EXPECT_EQ(suspend(first.id), "members.last_administrator");
    const auto second = opened("zhao", "赵小政");
    ASSERT_EQ(code_of_role(second.id, Role::security_administrator, true), "");
    EXPECT_EQ(suspend(second.id), "");
    EXPECT_EQ(suspend(first.id), "members.last_administrator") << "a suspended one does not count";
    expect_sound(second.id);
    const auto third = make("qian"); // the role is his by hand; he has never set a password
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE person SET roles = $2 WHERE id = $1", third.id,
            bit(Role::security_administrator));
        return true;
    });
    EXPECT_EQ(suspend(first.id), "members.last_administrator") << "nor one who cannot sign in";
}

TEST_P(Accounts, OfAdministratorsAreOpenedByNoOtherAdministrator)
{
    const auto system = add("system", Role::system_administrator);
    const base::Actor actor{system.id.text, system.name, system.roles};
    for (const auto role :
        {Role::system_administrator, Role::security_administrator, Role::auditor}) {
        const auto other = add("other" + names_of(bit(role)), role);
        const auto refused = make_account_link(services(), actor, other.id);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "members.administrator_link");
        EXPECT_EQ(refused.error().trouble, base::Trouble::forbidden);
        EXPECT_TRUE(make_account_link(services(), program, other.id)) << "on the server";
    }
    EXPECT_TRUE(make_account_link(services(), actor, add("office", Role::office).id));
}

TEST_P(Accounts, OfAdministratorsAreAnotherPersonsAndInUse)
{
    add("system", Role::system_administrator);
    const auto again = opened("gu", " 王SYSTEM");
    EXPECT_EQ(code_of_role(again.id, Role::auditor, true), "members.same_administrator");
    EXPECT_EQ(code_of_role(again.id, Role::system_administrator, true), "") << "his other account";
    const auto unused = make_account(services(), program, {"sun", "孙小民"}).value();
    const auto waiting = link(unused);
    EXPECT_EQ(code_of_role(unused.id, Role::auditor, true), "members.not_opened");
    EXPECT_EQ(code_of_use(waiting, "春江潮水连海平上"), "in");
    const auto left_over = link(unused);
    EXPECT_EQ(code_of_role(unused.id, Role::auditor, true), "");
    EXPECT_EQ(code_of_use(left_over, "海上明月共潮生呀"), "members.link_spent")
        << "whoever made it could have kept it";
    EXPECT_EQ(add_person(services(), program,
                  {"zhou", "孙小民", "right password", bit(Role::system_administrator)})
                  .error()
                  .code,
        "members.same_administrator");
}

TEST_P(Accounts, ChangeNothingOfThemselves)
{
    const auto li = make("li");
    const base::Actor himself{li.id.text, li.name, bit(Role::security_administrator)};
    EXPECT_EQ(change_role(services(), himself, li.id, {Role::reader, true}).error().code,
        "members.own_roles");
    EXPECT_EQ(change_state(services(), himself, li.id, PersonState::suspended).error().code,
        "members.own_state");
}

TEST_P(Accounts, AreOfTheRegistersPersonWhoWasChosen)
{
    const base::Actor office{"office", "张办", bit(Role::office)};
    const auto person = people::register_person(services(), office, {{"李小商"}}).value();
    const auto refusal = [&](const NewAccount& asked) {
        const auto made = make_account(services(), program, asked);
        const auto& field = made ? base::FieldTrouble{} : made.error().fields.at(0);
        return field.pointer + " " + field.code;
    };
    EXPECT_EQ(refusal({"li", "李小商", PersonId{"nobody"}}), "/person_id members.not_registered");
    EXPECT_EQ(refusal({"li", "李小尚", person.id}), "/name members.name_of_register");
    const auto unchosen =
        make_account(services(), program, {"li", "李小商"}, Namesakes::asked_about);
    ASSERT_FALSE(unchosen);
    EXPECT_EQ(unchosen.error().code, "members.in_register");
    const auto made = make_account(services(), program, {"li", "李小商", person.id});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->id, person.id) << "what is the person's is the account's own";
    EXPECT_EQ(refusal({"li-2", "李小商", person.id}), "/person_id members.has_account");
    EXPECT_EQ(rows("person"), 1) << "what is refused leaves nothing";
    EXPECT_TRUE(make_account(services(), program, {"li-3", "李小商"}, Namesakes::asked_about))
        << "whoever of that name is in the register has an account";
    EXPECT_EQ(code_of_use(link(*made), "春江潮水连海平上"), "in");
    ASSERT_TRUE(people::edit_person(services(), office, {person.id, 1, {"李晓商"}}));
    EXPECT_EQ(find_account(services(), person.id)->name, "李晓商");
    expect_sound(person.id);
}

} // namespace xieshang::members
