// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/many_values.h"

#include "platform/sealing/vault_fixture_test.h"

#include <gmock/gmock.h>

namespace xieshang::sealing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using ManySealedValues = VaultStore;
ON_EVERY_DATABASE(ManySealedValues);

TEST_P(ManySealedValues, ArePutOverOthersAndWhereNothingIs)
{
    put(phone, "13800138000");
    std::vector<ManyValue> values{{phone, "13900139000", 1, 2}};
    for (int i = 0; i < 10; ++i) {
        values.push_back({{"person", "q" + std::to_string(i), "phone"}, "13900139000", 0, 7});
    }
    in([&](db::Tx& tx) {
        put_many(tx, vault_, values);
        return 0;
    });
    EXPECT_EQ(look(phone), "13900139000");
    EXPECT_EQ(look({"person", "q9", "phone"}), "13900139000");
    EXPECT_EQ(in([](db::Tx& tx) { return Vault::version_of(tx, {"person", "q9", "phone"}); }), 7);
    EXPECT_EQ(find("13900139000").size(), 11U);
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(ManySealedValues, AreNotPutOverAnotherVersion)
{
    put(phone, "13800138000");
    put(phone, "13800138001");
    const std::vector<ManyValue> late{{phone, "13900139000", 1, 2}};
    EXPECT_THROW(in([&](db::Tx& tx) {
        put_many(tx, vault_, late);
        return 0;
    }),
        db::Failure);
    EXPECT_EQ(look(phone), "13800138001");
}

TEST_P(ManySealedValues, AreComparedAndFoundAlsoDuringARotation)
{
    put(phone, "13800138000");
    rotate(Suite::cn);
    put({"person", "p3", "phone"}, "13800138000");
    in([&](db::Tx& tx) {
        vault_.put(tx, {"person", "p4", "phone"}, "13800138000", Findable::no);
        KeptValues kept(tx, vault_, "person");
        EXPECT_EQ(kept.version_of(phone), 1);
        EXPECT_EQ(kept.version_of({"person", "p9", "phone"}), 0);
        for (const auto* id : {"p1", "p3", "p4"}) {
            EXPECT_TRUE(kept.is({"person", id, "phone"}, "13800138000")) << id;
            EXPECT_FALSE(kept.is({"person", id, "phone"}, "13800138001")) << id;
        }
        EXPECT_THAT(kept.holders("phone", "13800138000"), ElementsAre("p1", "p3"));
        EXPECT_THAT(kept.holders("email", "13800138000"), IsEmpty());
        return 0;
    });
}

} // namespace
} // namespace xieshang::sealing
