// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rosters of more people than the pen gathers before it writes.
#include "features/behalf/behalf_store.h"
#include "features/people/roster_desk_test.h"

#include <fmt/format.h>

#include <array>
#include <thread>

namespace xieshang::people {
namespace {

using testing::SizeIs;

class RosterOfMany : public RosterDesk {
protected:
    static constexpr int count = 1006; // one time a thousand, and more than a few

    static std::string roster(bool is_new, const std::string& job_then = "校长")
    {
        std::string text = "姓名,职务,界别,手机\n";
        for (int i = 0; i < count; ++i) {
            text += fmt::format("王{:04},{},{},{}{:08}\n", i, is_new ? "教师" : job_then,
                is_new ? "经济" : "教育", is_new ? 138 : 139, i);
        }
        return text;
    }
    std::int64_t events()
    {
        return db().read(
            [](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) FROM event"); });
    }
};
ON_EVERY_DATABASE(RosterOfMany);

TEST_P(RosterOfMany, ChangesEveryOneOfThem)
{
    ASSERT_TRUE(confirm(chosen(roster(true))));
    const auto changed = confirm(chosen(roster(false)));
    ASSERT_TRUE(changed) << changed.error().code;
    EXPECT_EQ(changed->changed, count);
    int i = 0;
    for (const auto& [name, one] : people()) {
        EXPECT_EQ(one.words.job, "校长") << name;
        EXPECT_EQ(one.version, 2) << name;
        EXPECT_TRUE(has_contact(one, Contact::telephone, fmt::format("139{:08}", i++))) << name;
        const auto seats = memberships(one);
        ASSERT_THAT(seats, SizeIs(1)) << name;
        EXPECT_EQ(seats[0].sector_id, schools_.id) << name;
    }
    EXPECT_EQ(i, count);
    expect_sound();
    EXPECT_THAT(db().read([](db::Tx& tx) { return behalf::act_ids(tx); }), SizeIs(count));
}

// Somebody whom the comparison saw otherwise, behind a batch that is already written.
TEST_P(RosterOfMany, WritesNothingWhereOneRowIsStale)
{
    ASSERT_TRUE(confirm(chosen(roster(true))));
    auto outcomes = preview(chosen(roster(false))).outcomes;
    outcomes.back().person->version += 1;
    const auto before = events();
    const auto written = db().transact([&](db::Tx& tx) -> base::Result<int> {
        RosterPen pen(services_ref(), tx, clerk, "名册导入");
        for (const auto& outcome : outcomes) {
            CHECK(pen.write(outcome));
        }
        CHECK(pen.finish());
        return 0;
    });
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "people.stale");
    EXPECT_EQ(events(), before);
    for (const auto& [name, one] : people()) {
        EXPECT_EQ(one.words.job, "教师") << name;
    }
    expect_sound();
}

// Both were looked at before either was confirmed.
TEST_P(RosterOfMany, OfTwoAtOnceOneIsWrittenWhole)
{
    ASSERT_TRUE(confirm(chosen(roster(true))));
    const std::array drafts{chosen(roster(false, "校长")), chosen(roster(false, "主任"))};
    base::SystemRandom random;
    services::Services services{db(), clock_, random, files_, vault_};
    std::array<std::string, 2> said;
    std::array<std::thread, 2> threads;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        threads[i] = std::thread([&, i] {
            const auto done = confirm_roster(services, clerk, drafts[i],
                {drafts[i].import.version, false, "名册导入"}, [](std::int64_t, std::int64_t) {});
            said[i] = done ? "" : done.error().code;
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    const std::string job = said[0].empty() ? "校长" : "主任";
    EXPECT_EQ(said[0] + said[1], "roster.register_changed");
    for (const auto& [name, one] : people()) {
        EXPECT_EQ(one.words.job, job) << name;
        EXPECT_EQ(one.version, 2) << name;
    }
    expect_sound();
}

} // namespace
} // namespace xieshang::people
