// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/rotation.h"

#include "platform/sealing/vault_fixture_test.h"

#include <gmock/gmock.h>

namespace xieshang::sealing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Rotation : public VaultStore {
protected:
    void remove_from_file(const std::string& id)
    {
        change_key_file(path_, [&](Keys& keys) -> base::Result<void> {
            std::erase_if(keys.all, [&](const auto& key) { return key->id() == id; });
            return {};
        }).value();
    }
    std::int64_t left()
    {
        return db().read([](db::Tx& tx) { return values_to_reseal(tx); });
    }
    std::int64_t under(const KnownKey& key)
    {
        return db().read([&](db::Tx& tx) { return values_under(tx, key.key_id); });
    }
    std::vector<Place> due(const Place& after, std::int64_t limit)
    {
        return db().read([&](db::Tx& tx) { return places_to_reseal(tx, after, limit); });
    }
    std::vector<Place> reseal_all() // gives those that do not open
    {
        const auto places = due({}, 1000);
        return in([&](db::Tx& tx) { return reseal(tx, ring_, places); });
    }
};
ON_EVERY_DATABASE(Rotation);

TEST_P(Rotation, RotatesEveryValueAndFinder)
{
    for (int i = 0; i < 25; ++i) {
        put({"person", "p" + std::to_string(i), "phone"}, "138001380" + std::to_string(10 + i));
    }
    const auto old = ring_.keys()->current;
    rotate(Suite::cn);
    EXPECT_EQ(left(), 25);
    Place after;
    for (const std::size_t expected : {10U, 10U, 5U, 0U}) {
        const auto places = due(after, 10);
        EXPECT_EQ(places.size(), expected);
        EXPECT_THAT(in([&](db::Tx& tx) { return reseal(tx, ring_, places); }), IsEmpty());
        after = places.empty() ? after : places.back();
    }
    EXPECT_EQ(left(), 0);

    remove_from_file(old);
    EXPECT_EQ(take_up(), "");
    EXPECT_EQ(look({"person", "p7", "phone"}), "13800138017");
    EXPECT_THAT(find("13800138017"), ElementsAre("p7"));
    const auto known = db().read([](db::Tx& tx) { return known_keys(tx); });
    ASSERT_EQ(known.size(), 2U);
    EXPECT_TRUE(known[0].retired_at_ms);
    EXPECT_EQ(under(known[1]), 25);
    EXPECT_EQ(contents_of("sealing_key.take_up").size(), 2U);
    EXPECT_EQ(contents_of("sealing_key.retire").size(), 1U);
}

TEST_P(Rotation, GoesOnPastAValueThatDoesNotOpen)
{
    for (const auto* id : {"p1", "p2", "p3"}) {
        put({"person", id, "phone"}, "13800138000");
    }
    const auto damaged = box_of({"person", "p1", "phone"});
    set_box({"person", "p2", "phone"}, damaged);
    rotate();
    EXPECT_THAT(reseal_all(), ElementsAre(Place{"person", "p2", "phone"}));
    EXPECT_EQ(box_of({"person", "p2", "phone"}), damaged) << "what cannot be opened is kept";
    EXPECT_EQ(left(), 1);
    EXPECT_EQ(look({"person", "p3", "phone"}), "13800138000");
}

TEST_P(Rotation, FindsWhileAKeyIsGoneFromTheFileAndTheDatabaseHasNotHeard)
{
    put(phone, "13800138000");
    const auto old = ring_.keys()->current;
    rotate();
    reseal_all();
    remove_from_file(old);
    ASSERT_TRUE(ring_.load());
    EXPECT_THAT(find("13800138000"), ElementsAre("p1"));
    EXPECT_EQ(look(phone), "13800138000");
}

TEST_P(Rotation, KeepsVersions)
{
    put(phone, "13800138000");
    put(phone, "13900139000");
    rotate();
    reseal_all();
    EXPECT_EQ(put(phone, "13700137000"), 3);
}

TEST_P(Rotation, RefusesAFileWithoutAKeyThatValuesNeed)
{
    put(phone, "13800138000");
    const auto needed = ring_.keys()->current;
    std::filesystem::remove(path_);
    rotate_file(path_);
    ASSERT_TRUE(ring_.load());
    const auto refused = db().transact([&](db::Tx& tx) {
        return sealing::take_up(tx, *ring_.keys(), path_, {5000}, random_, officer);
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "keys.missing");
    EXPECT_EQ(
        refused.error().params, (base::Params{{"file", path_}, {"key", needed}, {"count", "1"}}));
    EXPECT_THROW(look(phone), KeyMissing);
    EXPECT_THAT(audit(), ElementsAre("check.no_key " + needed));
}

TEST_P(Rotation, TakesUpAnotherFileWhileNothingIsSealed)
{
    std::filesystem::remove(path_);
    rotate();
    EXPECT_EQ(put(phone, "13800138000"), 1);
}

TEST_P(Rotation, NeverTurnsBackToAKeyThatItHasMet)
{
    const auto old_file = text_in(path_);
    const auto newer = rotate();
    write_text(path_,
        text_in(path_).replace(
            text_in(path_).find(newer->id()), newer->id().size(), ring_.keys()->all[0]->id()));
    EXPECT_EQ(take_up(), "") << "a node with an older idea of the current key";
    put(phone, "13800138000");
    EXPECT_EQ(under(db().read([](db::Tx& tx) { return known_keys(tx); }).back()), 1);
    write_text(path_, old_file);
    EXPECT_EQ(take_up(), "keys.missing");
}

TEST_P(Rotation, NeverTakesARetiredKeyUpAgain)
{
    const auto old_file = text_in(path_);
    std::filesystem::remove(path_);
    const auto newer = rotate();
    write_text(path_, old_file);
    EXPECT_EQ(take_up(), "keys.retired");
}

TEST_P(Rotation, RefusesAKeyOfTheSameIdAndAnotherSecret)
{
    const auto id = ring_.keys()->current;
    std::filesystem::remove(path_);
    const auto made =
        std::make_shared<const Key>(id, Suite::intl, base::Instant{1}, Secret::drawn());
    make_key_file(path_, {id, {made}}).value();
    EXPECT_EQ(take_up(), "keys.another");
}

TEST_P(Rotation, MakesAKeyFileWithTheFirstValue)
{
    const auto made = folder_ / "made.json";
    KeyRing ring(made);
    Vault vault(ring, clock_, random_);
    in([&](db::Tx& tx) { return vault.put(tx, phone, "13800138000", Findable::no); });
    EXPECT_TRUE(std::filesystem::exists(made)) << "nothing was sealed with the key before";
    EXPECT_TRUE(in([&](db::Tx& tx) {
        return vault.holds(tx, phone, [](auto value) { return value == "13800138000"; });
    }));
}

TEST_P(Rotation, MakesNoKeyFileWhileValuesNeedAnother)
{
    put(phone, "13800138000");
    const auto gone = folder_ / "gone.json";
    KeyRing ring(gone);
    Vault vault(ring, clock_, random_);
    EXPECT_THROW(in([&](db::Tx& tx) { return vault.put(tx, phone, "13900139000", Findable::no); }),
        KeyMissing);
    EXPECT_FALSE(std::filesystem::exists(gone));
    EXPECT_EQ(look(phone), "13800138000");
}

TEST_P(Rotation, KeepsTheKeyOfAFirstValueThatWasRolledBack)
{
    const auto made = folder_ / "made.json";
    KeyRing ring(made);
    Vault vault(ring, clock_, random_);
    static_cast<void>(db().transact([&](db::Tx& tx) -> base::Result<int> {
        vault.put(tx, phone, "13800138000", Findable::no);
        return base::refuse("test.no");
    }));
    const auto id = ring.keys()->current;
    in([&](db::Tx& tx) { return vault.put(tx, phone, "13800138000", Findable::no); });
    EXPECT_EQ(ring.keys()->current, id);
    EXPECT_EQ(db().read([](db::Tx& tx) { return known_keys(tx); }).back().key_id, id);
}

} // namespace
} // namespace xieshang::sealing
