// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/vault.h"

#include "platform/sealing/vault_fixture_test.h"

#include <gmock/gmock.h>

namespace xieshang::sealing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ON_EVERY_DATABASE(VaultStore);

TEST_P(VaultStore, GivesBackWhatWasPutAndCountsVersions)
{
    EXPECT_EQ(put(phone, "13800138000"), 1);
    EXPECT_EQ(look(phone), "13800138000");
    EXPECT_EQ(put(phone, "13900139000"), 2);
    EXPECT_EQ(look(phone), "13900139000");
    EXPECT_EQ(box_of(phone).find("13900139000"), std::string::npos);
}

TEST_P(VaultStore, TakesManyNewValuesAtOnce)
{
    std::vector<Vault::NewValue> values;
    for (int i = 0; i < 20; ++i) {
        values.push_back({{"person", "p" + std::to_string(i), "phone"}, "13900000000",
            i < 2 ? Findable::yes : Findable::no});
    }
    const auto put = [&] {
        in([&](db::Tx& tx) {
            vault_.put_new(tx, values);
            return 0;
        });
    };
    put();
    EXPECT_EQ(look({"person", "p19", "phone"}), "13900000000");
    EXPECT_EQ(find("13900000000"), (std::vector<std::string>{"p0", "p1"}));
    EXPECT_EQ(this->put(phone, "13911111111"), 2); // over what is there
    EXPECT_THROW(put(), db::ConstraintFailure);
}

TEST_P(VaultStore, RecordsEachLookWithItsReasonAndWithoutTheValue)
{
    put(phone, "13800138000");
    ASSERT_TRUE(look(phone));
    ASSERT_TRUE(look(phone, "members.second"));
    const auto looks = contents_of("sealed_value.look");
    ASSERT_EQ(looks.size(), 2U);
    EXPECT_EQ(looks[0],
        R"({"field":"phone","reason":"电话通知开会","subject_id":"p1","subject_kind":"person"})");
    EXPECT_THAT(looks[1], HasSubstr("members.second"));
    EXPECT_EQ(db().read([](db::Tx& tx) {
        return tx.one<std::string>("SELECT subject_id FROM event WHERE action = "
                                   "'sealed_value.look' ORDER BY sequence LIMIT 1");
    }),
        "person/p1/phone");
}

TEST_P(VaultStore, ShowsNothingWithoutAReason)
{
    put(phone, "13800138000");
    for (const auto* reason : {"", " ", "\n\t"}) {
        const auto refused = look(phone, reason);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "sealing.no_reason");
    }
    EXPECT_THAT(contents_of("sealed_value.look"), IsEmpty());
}

TEST_P(VaultStore, SaysWhenNothingIsThere)
{
    const auto nothing = look(phone);
    EXPECT_EQ(nothing.error().code, "sealing.nothing_there");
    EXPECT_EQ(nothing.error().trouble, base::Trouble::not_found);
    EXPECT_THAT(contents_of("sealed_value.look"), IsEmpty());
}

TEST_P(VaultStore, ChecksForTheProgramWithoutARecord)
{
    put(phone, "secret");
    const auto holds = [&](const Place& place, const std::string& value) {
        return db().read([&](db::Tx& tx) {
            return vault_.holds(tx, place, [&](std::string_view kept) { return kept == value; });
        });
    };
    EXPECT_TRUE(holds(phone, "secret"));
    EXPECT_FALSE(holds(phone, "other"));
    EXPECT_FALSE(holds({"person", "p2", "phone"}, "secret"));
    EXPECT_THAT(contents_of("sealed_value.look"), IsEmpty());
}

TEST_P(VaultStore, ErasesForGood)
{
    put(phone, "13800138000");
    put({"person", "p1", "mail"}, "a@b.c");
    put({"person", "p2", "phone"}, "13800138000");
    EXPECT_TRUE(in([&](db::Tx& tx) { return Vault::exists(tx, phone); }));
    EXPECT_TRUE(in([&](db::Tx& tx) { return Vault::erase(tx, phone); }));
    EXPECT_FALSE(in([&](db::Tx& tx) { return Vault::erase(tx, phone); }));
    EXPECT_FALSE(in([&](db::Tx& tx) { return Vault::exists(tx, phone); }));
    EXPECT_THAT(find("13800138000"), ElementsAre("p2"));
    EXPECT_EQ(in([&](db::Tx& tx) { return Vault::erase_all(tx, "person", "p1"); }), 1);
    EXPECT_FALSE(in([&](db::Tx& tx) { return Vault::exists(tx, {"person", "p1", "mail"}); }));
}

TEST_P(VaultStore, FindsByTheExactValueAlsoDuringARotation)
{
    put(phone, "13800138000");
    rotate(Suite::cn);
    put({"person", "p3", "phone"}, "13800138000");
    put({"person", "p2", "phone"}, "13900139000");
    in([&](db::Tx& tx) {
        return vault_.put(tx, {"person", "p4", "phone"}, "13800138000", Findable::no);
    });
    EXPECT_THAT(find("13800138000"), ElementsAre("p1", "p3"));
    EXPECT_THAT(find("1380013800"), IsEmpty());
}

TEST_P(VaultStore, OpensNoBoxThatWasMovedOrDamaged)
{
    const Place other{"person", "p2", "phone"};
    put(phone, "13800138000");
    put(other, "13900139000");
    EXPECT_THAT(audit(), IsEmpty());
    set_box(other, box_of(phone));
    EXPECT_THROW(look(other), BoxBroken);
    EXPECT_EQ(look(phone), "13800138000");
    EXPECT_THAT(audit(), ElementsAre("check.sealed_broken person/p2/phone"));
}

TEST_P(VaultStore, OfServicesThatHaveNoneSealsNothing)
{
    EXPECT_ANY_THROW(in([&](db::Tx& tx) { return no_vault().put(tx, phone, "1", Findable::no); }));
}

} // namespace
} // namespace xieshang::sealing
