// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/demo_plans_actions.h"

#include "features/amendments/amendment_audit_actions.h"
#include "features/amendments/amendment_store.h"
#include "features/amendments/plan_version_actions.h"
#include "features/calls/calls_audit_actions.h"
#include "features/calls/demo_calls_actions.h"
#include "features/members/demo_actions.h"
#include "features/people/demo_register_actions.h"
#include "features/people/period.h"
#include "features/plan/plan_actions.h"
#include "features/plan/plan_audit_actions.h"
#include "features/topics/topic_history_actions.h"
#include "features/topics/topic_store.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class DemoPlans : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        sealing::rotate_file(folder_ / "keys.json");
        ASSERT_TRUE(ring_.load());
        ASSERT_TRUE(db().transact([&](db::Tx& tx) {
            return sealing::take_up(
                tx, *ring_.keys(), folder_ / "keys.json", {5000}, random_, office_);
        }));
        services_.emplace(services::Services{db(), clock_, random_, files_, vault_});
        members::seed_demo_people(*services_);
        ASSERT_TRUE(people::seed_demo_register(*services_, office_));
        ASSERT_TRUE(calls::seed_demo_calls(*services_, office_));
        for (int i = 0; i < 2; ++i) { // the second time nothing is made
            const auto seeded = seed_demo_plans(*services_, office_);
            ASSERT_TRUE(seeded) << seeded.error().code;
        }
        year_ = std::stoll(people::day_of(clock_.now()).substr(0, 4));
    }
    plan::Plan plan_of(std::int64_t year)
    {
        return db().read([&](db::Tx& tx) { return plan::standing_plan_of_year(tx, year).value(); });
    }
    std::vector<topics::Topic> topics_of(const plan::Plan& plan)
    {
        return db().read([&](db::Tx& tx) { return topics::topics_of_plan(tx, plan.id.text); });
    }

    std::int64_t year_ = 0;
    tests::FakeClock clock_;
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock_, random_};
    std::optional<services::Services> services_;
    base::Actor office_{"", "演示", members::bit(members::Role::office)};
};
ON_EVERY_DATABASE(DemoPlans);

TEST_P(DemoPlans, HoldLastYearsClosedAfterEachOfItsTopicsEnded)
{
    const auto plan = plan_of(year_ - 1);
    EXPECT_EQ(plan.state, plan::PlanState::closed);
    const auto topics = topics_of(plan);
    ASSERT_THAT(topics, SizeIs(5));
    for (const auto& topic : topics) {
        EXPECT_EQ(topic.state,
            topic.words.title == "规范共享单车停放" ? TopicState::postponed : TopicState::closed);
        EXPECT_LT(topic.updated_at.ms, plan.updated_at_ms.ms);
    }
    db().read([&](db::Tx& tx) {
        EXPECT_THAT(plan::audit_plan(tx, plan.id.text), IsEmpty());
        for (const auto& one : amendments_of(tx, plan.id)) {
            EXPECT_THAT(audit_amendment(tx, one.id.text), IsEmpty());
        }
        return true;
    });
}

TEST_P(DemoPlans, LetTheClosedYearBeRead)
{
    const auto plan = plan_of(year_ - 1);
    const auto page = plan::plan_page(*services_, office_, plan.id);
    ASSERT_TRUE(page);
    EXPECT_THAT(page->topics, SizeIs(5));
    EXPECT_THAT(page->offers, IsEmpty()); // nothing is to be done any more
    const auto history = plan::plan_history(*services_, plan.id);
    EXPECT_EQ(history->steps.back().action, plan::PlanAction::close);
    EXPECT_THAT(topics::topic_history(*services_, page->topics.front().id)->steps, SizeIs(7));
    const auto compared = compare_versions(*services_, plan.id, {"1", "now"});
    ASSERT_TRUE(compared) << compared.error().code;
    EXPECT_EQ(compared->after.state, plan::PlanState::closed);
}

TEST_P(DemoPlans, HoldThisYearsInForceWithAnAmendmentThatWasCarriedOut)
{
    const auto plan = plan_of(year_);
    EXPECT_EQ(plan.state, plan::PlanState::in_force);
    EXPECT_LT(plan.updated_at_ms.ms, clock_.now().ms);
    const auto topics = topics_of(plan);
    ASSERT_THAT(topics, SizeIs(9));
    EXPECT_EQ(topics.at(4).state, TopicState::replaced);
    EXPECT_EQ(topics.at(5).state, TopicState::postponed);
    EXPECT_EQ(topics.at(8).state, TopicState::planned);
    db().read([&](db::Tx& tx) {
        EXPECT_THAT(plan::audit_plan(tx, plan.id.text), IsEmpty());
        for (const auto& one : amendments_of(tx, plan.id)) {
            EXPECT_EQ(one.state, AmendmentState::decided);
        }
        return true;
    });
}

TEST_P(DemoPlans, HoldNextYearsForWhichTopicsAreAskedWithOneThatCameOfASuggestion)
{
    const auto plan = plan_of(year_ + 1);
    EXPECT_EQ(plan.state, plan::PlanState::collecting);
    const auto topics = topics_of(plan);
    ASSERT_THAT(topics, SizeIs(1));
    db().read([&](db::Tx& tx) {
        const auto taken = topics::taken_into(tx, topics.front().id);
        EXPECT_THAT(taken, SizeIs(1));
        EXPECT_THAT(plan::audit_plan(tx, plan.id.text), IsEmpty());
        EXPECT_THAT(calls::audit_suggestion(tx, taken.front().suggestion_id), IsEmpty());
        return true;
    });
}

} // namespace
} // namespace xieshang::amendments
