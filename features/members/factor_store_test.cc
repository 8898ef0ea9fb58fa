// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_list_store.h"
#include "features/members/factor_store.h"
#include "features/members/member_store.h"
#include "tests/support/databases.h"

#include <atomic>
#include <thread>

namespace xieshang::members {

class FactorStore : public tests::OnEveryDatabase {
protected:
    void person(const std::string& id, const std::string& login, const std::string& name,
        base::Roles roles = 0)
    {
        in([&](db::Tx& tx) {
            Person made;
            made.id = {id};
            made.login = login;
            made.name = name;
            made.roles = roles;
            made.version = 1;
            return insert_person(tx, made);
        });
    }
    template <class Work>
    bool in(Work work)
    {
        return db().transact([&](db::Tx& tx) -> base::Result<bool> { return work(tx); }).value();
    }
    int of_sixty_four(const std::function<bool(db::Tx&)>& work)
    {
        std::atomic<int> done = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 64; ++i) {
            threads.emplace_back([&] { done += in(work) ? 1 : 0; });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        return done;
    }
    std::string logins(const AccountFilter& filter, std::optional<AccountPlace> after = {})
    {
        return db().read([&](db::Tx& tx) {
            std::string all;
            for (const auto& account : find_accounts(tx, {filter, std::move(after), 10})) {
                all += account.login + " ";
            }
            return all;
        });
    }
};
ON_EVERY_DATABASE(FactorStore);

TEST_P(FactorStore, GivesAStepAndARecoveryCodeToOneOfSixtyFour)
{
    person("p1", "wang", "王");
    const PersonId wang{"p1"};
    const std::string code(64, 'a');
    in([&](db::Tx& tx) {
        put_factor(tx, {wang, {1}, 7, std::nullopt, std::nullopt});
        put_recovery_codes(tx, wang, {code, std::string(64, 'b')});
        return true;
    });
    EXPECT_EQ(of_sixty_four([&](db::Tx& tx) { return take_step(tx, wang, 8); }), 1);
    EXPECT_FALSE(in([&](db::Tx& tx) { return take_step(tx, wang, 7); }));
    EXPECT_EQ(of_sixty_four([&](db::Tx& tx) { return use_recovery_code(tx, wang, code, {2}); }), 1);
    EXPECT_EQ(db().read([&](db::Tx& tx) { return unused_recovery_codes(tx, wang); }), 1);
}

TEST_P(FactorStore, KeepsARemovedFactorOutOfForce)
{
    person("p1", "wang", "王");
    const PersonId wang{"p1"};
    in([&](db::Tx& tx) {
        put_factor(tx, {wang, {1}, 7, std::nullopt, std::nullopt});
        mark_factor_removed(tx, wang, {5}, "赵");
        EXPECT_FALSE(has_factor(tx, wang));
        EXPECT_FALSE(take_step(tx, wang, 9));
        EXPECT_EQ(find_factor(tx, wang)->removed_by_name, "赵");
        put_factor(tx, {wang, {6}, 8, std::nullopt, std::nullopt});
        EXPECT_TRUE(has_factor(tx, wang));
        EXPECT_FALSE(find_factor(tx, wang)->removed_by_name);
        return true;
    });
}

TEST_P(FactorStore, ForgetsSecondStepsThatAreTooOld)
{
    person("p1", "wang", "王");
    in([&](db::Tx& tx) {
        insert_second_step(tx, {std::string(64, 'a'), {"p1"}, 1, "password", {100}}, {1});
        EXPECT_TRUE(find_second_step(tx, std::string(64, 'a'), {99}));
        EXPECT_FALSE(find_second_step(tx, std::string(64, 'a'), {100}));
        insert_second_step(tx, {std::string(64, 'b'), {"p1"}, 1, "password", {900}}, {100});
        EXPECT_FALSE(find_second_step(tx, std::string(64, 'a'), {1}));
        return true;
    });
}

TEST_P(FactorStore, NarrowsSortsAndPagesTheAccounts)
{
    person("p1", "wang", "王小协", bit(Role::office));
    person("p2", "li_1", "Li 李", bit(Role::member) | bit(Role::office));
    person("p3", "li%2", "赵");
    EXPECT_EQ(logins({}), "li%2 li_1 wang ");
    EXPECT_EQ(logins({}, AccountPlace{"li%2", "li%2"}), "li_1 wang ");
    EXPECT_EQ(logins({.q = "ＬＩ 李"}), "li_1 ");
    EXPECT_EQ(logins({.q = "小协"}), "wang ");
    EXPECT_EQ(logins({.q = "_"}), "li_1 ") << "no pattern";
    EXPECT_EQ(logins({.q = "%"}), "li%2 ");
    EXPECT_EQ(logins({.role = Role::office}), "li_1 wang ");
    EXPECT_EQ(logins({.role = Role::member}), "li_1 ");
    EXPECT_EQ(logins({.without_role = true}), "li%2 ");
    EXPECT_EQ(logins({.without_role = false}), "li_1 wang ");
    EXPECT_EQ(logins({.state = PersonState::suspended}), "");
    EXPECT_EQ(logins({.sort = AccountOrder::newest}), "li%2 li_1 wang ");
    EXPECT_EQ(logins({.sort = AccountOrder::newest}, AccountPlace{"p2", "li_1"}), "wang ");
}

TEST_P(FactorStore, SortsAndFindsAccountsByNameAsTheRegisterDoes)
{
    person("p1", "a", "王𬱖");
    person("p2", "b", "曾荣");
    person("p3", "c", "丁一");
    person("p4", "d", "王毅");
    person("p5", "e", "单雪");
    EXPECT_EQ(
        logins({.sort = AccountOrder::name}), "c d a e b "); // 丁 2 strokes, 王 4, 单 8, 曾 12
    EXPECT_EQ(logins({.sort = AccountOrder::pinyin}), "c e a d b "); // dīng shàn wáng zēng
    const auto after = [](AccountOrder order) {
        Account wang;
        wang.login = "d";
        wang.name = "王毅";
        return AccountPlace{sort_value(wang, order), "d"};
    };
    EXPECT_EQ(logins({.sort = AccountOrder::name}, after(AccountOrder::name)), "a e b ");
    EXPECT_EQ(logins({.sort = AccountOrder::pinyin}, after(AccountOrder::pinyin)), "b ");
    EXPECT_EQ(logins({.q = "zeng"}), "b ");
    EXPECT_EQ(logins({.q = "wy"}), "d ");
    EXPECT_EQ(logins({.q = "王𬱖"}), "a ");
    EXPECT_EQ(logins({.q = "·"}), "");
}

} // namespace xieshang::members
