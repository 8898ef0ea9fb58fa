// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house in which members were moved before steps kept their places: the former places come back
// from the record, and what it has lost is not guessed.
#include "features/people/former_place_actions.h"

#include "features/people/membership_store.h"
#include "features/people/people_audit_actions.h"
#include "platform/record/record.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FormerPlaces : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        migrate_to(24);
        run("INSERT INTO registered_person (id, name, stroke_key, pinyin_key, search_text, sex, "
            "invented, version, updated_at_ms) VALUES ('p1', '王芳', 's', 'p', 't', 'female', "
            "FALSE, 1, 1000)");
        run("INSERT INTO organisation (id, kind, name, short_name, code, from_day, invented, "
            "version, updated_at_ms) VALUES "
            "('o1', 'sector', '经济界', '经济', 's1', '2016-12-28', FALSE, 1, 1000), "
            "('o2', 'sector', '文艺界', '文艺', 's2', '2016-12-28', FALSE, 1, 1000), "
            "('g1', 'sub_district', '东街', '东街', 'g1', '2016-12-28', FALSE, 1, 1000)");
        run("INSERT INTO term (id, number, from_day, version, updated_at_ms) VALUES "
            "('t1', 1, '2016-12-28', 1, 1000)");
        run("INSERT INTO membership (id, term_id, person_id, sector_id, state, version, "
            "updated_at_ms) VALUES ('m1', 't1', 'p1', 'o2', 'active', 4, 4000)");
        step(1, "invite", "none", "invited", R"("o1","group_id":"g1")");
        step(2, "confirm", "invited", "active", R"("o1","group_id":"g1")");
        step(3, "move", "active", "active", R"("o2","group_id":"g1")");
        step(4, "move", "active", "active", R"("o2","group_id":null)");
    }

    void run(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }

    std::vector<std::string> places()
    {
        std::vector<std::string> found;
        db().look([&](db::Tx& tx) {
            for (const auto& one : steps_of(tx, {"m1"})) {
                found.push_back(one.sector_id.value_or("?") + " " + one.group_id.value_or("-"));
            }
        });
        return found;
    }

    void migrate_to(int number)
    {
        auto migrations = tests::all_migrations();
        std::erase_if(migrations, [&](const db::Migration& one) { return one.number > number; });
        db::migrate(db(), migrations, 1'647'216'000'000);
    }

private:
    void step(std::int64_t version, const std::string& action, const std::string& from,
        const std::string& to, const std::string& place)
    {
        db().write([&](db::Tx& tx) {
            tx.execute("INSERT INTO membership_step (membership_id, version, at_ms, by_id, "
                       "by_name, action, from_state, to_state, reason, from_day) VALUES "
                       "('m1', $1, $2, 'office', '张办', $3, $4, $5, '', '2022-03-14')",
                version, 1000 * version, action, from, to);
            record::append(tx, {"office", "张办", 1}, {1000 * version}, random_,
                {"membership." + action, "membership", "m1", version,
                    R"({"after":{"id":"m1","term_id":"t1","person_id":"p1","sector_id":)" + place
                        + R"(,"state":")" + to + R"(","version":)" + std::to_string(version)
                        + R"(,"updated_at":)" + std::to_string(1000 * version)
                        + R"(},"day":"2022-03-14","fields":[],"reason":""})"});
            return true;
        });
    }

    base::SeededRandom random_{25};
};
ON_EVERY_DATABASE(FormerPlaces);

TEST_P(FormerPlaces, ComeBackFromTheRecord)
{
    migrate_to(1000);
    EXPECT_THAT(places(), ElementsAre("? -", "? -", "? -", "o2 -"));
    EXPECT_EQ(recall_former_places(db()), 3);
    EXPECT_THAT(places(), ElementsAre("o1 g1", "o1 g1", "o2 g1", "o2 -"));
    EXPECT_EQ(recall_former_places(db()), 0);
    db().look([&](db::Tx& tx) { EXPECT_THAT(audit_membership(tx, "m1"), IsEmpty()); });
}

TEST_P(FormerPlaces, AreNotGuessedWhereTheRecordHasLostThem)
{
    run("DELETE FROM event_content WHERE sequence = 1");
    run("UPDATE event_content SET content = 'no JSON' WHERE sequence = 2");
    migrate_to(1000);
    EXPECT_EQ(recall_former_places(db()), 1);
    EXPECT_THAT(places(), ElementsAre("? -", "? -", "o2 g1", "o2 -"));
}

} // namespace
} // namespace xieshang::people
