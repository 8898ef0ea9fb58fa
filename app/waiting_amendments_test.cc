// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What fell due while nothing served is carried out when the program serves again.
#include "app/service.h"
#include "features/amendments/amendment_actions.h"
#include "features/amendments/demo_plans_actions.h"
#include "features/people/period.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

namespace xieshang::app {
namespace {

constexpr std::int64_t waited_day_ms = 24LL * 3'600'000;

TEST(WaitingAmendments, TakeEffectWhenTheProgramServesAgainAfterTheirDay)
{
    const tests::TemporaryFolder folder;
    auto opened = open_house({.data = folder.path().string(), .listen = "127.0.0.1:0"});
    ASSERT_TRUE(opened) << opened.error().code;
    auto& house = **opened;
    const base::Actor office{"o", "办公室", members::bit(members::Role::office)};
    ASSERT_TRUE(amendments::seed_demo_plans(house.services, office));

    const auto now = house.clock.now().ms;
    tests::FakeClock earlier(now - 3 * waited_day_ms);
    services::Services then{
        house.services.db, earlier, house.random, house.files, house.vault, nullptr};
    const auto day = [&](int ago) { return people::day_of({now - ago * waited_day_ms}); };
    const auto plan = house.database->read([&](db::Tx& tx) {
        return plan::standing_plan_of_year(tx, std::stoll(day(0).substr(0, 4))).value();
    });
    const auto topic = house.database->read(
        [&](db::Tx& tx) { return topics::topics_of_plan(tx, plan.id.text).front(); });
    const auto proposed = amendments::propose(then, office, plan.id,
        {.reason = "改期",
            .changes = {{.kind = amendments::ChangeKind::postpone, .topic_id = topic.id}}});
    ASSERT_TRUE(proposed) << proposed.error().code;
    const base::Actor chair{"c", "主席", members::bit(members::Role::chairperson)};
    const auto decided = amendments::take_step(then, chair, proposed->id, 1,
        {.action = amendments::AmendmentAction::decide,
            .decision = amendments::Decision{"主席会议", day(3), day(3), day(1)}});
    ASSERT_TRUE(decided) << decided.error().code;
    ASSERT_EQ(decided->state, amendments::AmendmentState::waiting);

    Service service(house);
    ASSERT_TRUE(service.start());
    service.stop();
    house.database->read([&](db::Tx& tx) {
        EXPECT_EQ(amendments::find_amendment(tx, proposed->id)->state,
            amendments::AmendmentState::decided);
        EXPECT_EQ(topics::find_topic(tx, topic.id)->state, topics::TopicState::postponed);
        return true;
    });
}

} // namespace
} // namespace xieshang::app
