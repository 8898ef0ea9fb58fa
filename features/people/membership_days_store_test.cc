// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The migration that gives each step of a membership a day, over a house that has been in use.
#include "features/people/membership_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

class MembershipDays : public tests::OnEveryEmptyDatabase {
protected:
    void migrate_to(int number)
    {
        auto migrations = tests::all_migrations();
        std::erase_if(migrations, [&](const db::Migration& one) { return one.number > number; });
        db::migrate(db(), migrations, 1'647'216'000'000);
    }

    void fill(const std::vector<base::Instant>& instants)
    {
        db().write([&](db::Tx& tx) {
            tx.execute("INSERT INTO registered_person (id, name, stroke_key, pinyin_key, "
                       "search_text, sex, invented, version, updated_at_ms) VALUES "
                       "('p1', '王芳', 's', 'p', 't', 'female', FALSE, 1, 1000)");
            tx.execute(
                "INSERT INTO organisation (id, kind, name, short_name, code, from_day, "
                "invented, version, updated_at_ms) VALUES ('o1', 'sector', '经济界', '经济', "
                "'s', '2016-12-28', FALSE, 1, 1000)");
            tx.execute("INSERT INTO term (id, number, from_day, version, updated_at_ms) VALUES "
                       "('t1', 1, '2016-12-28', 1, 1000)");
            tx.execute("INSERT INTO membership (id, term_id, person_id, sector_id, state, version, "
                       "updated_at_ms) VALUES ('m1', 't1', 'p1', 'o1', 'active', 2, 1000)");
            std::int64_t version = 0;
            for (const auto& at : instants) {
                tx.execute("INSERT INTO membership_step (membership_id, version, at_ms, by_id, "
                           "by_name, action, from_state, to_state, reason) VALUES ('m1', $1, $2, "
                           "'o', '张办', 'move', 'active', 'active', '')",
                    ++version, at);
            }
            return true;
        });
    }
};
ON_EVERY_DATABASE(MembershipDays);

TEST_P(MembershipDays, AreThoseOfTheInstantsOfStepsTakenBefore)
{
    const std::vector<base::Instant> instants{{0}, {57'599'999}, {57'600'000}, // midnight in China
        {951'753'599'999}, {951'753'600'000}, {951'840'000'000}, // 2000-02-28 … 03-01
        {1'640'966'399'999}, {1'640'966'400'000}, {1'709'136'000'000}, {1'709'222'400'000},
        {1'795'997'006'955}, {4'102'415'999'000}};
    migrate_to(21);
    fill(instants);
    migrate_to(1000);
    db().look([&](db::Tx& tx) {
        const auto steps = steps_of(tx, {"m1"});
        ASSERT_EQ(steps.size(), instants.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            EXPECT_EQ(steps[i].from_day, day_of(instants[i])) << instants[i].ms;
        }
        EXPECT_EQ(last_step_day(tx, {"m1"}), day_of(instants.back()));
    });
}

} // namespace
} // namespace xieshang::people
