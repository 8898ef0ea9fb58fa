// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_store.h"

#include "features/plan/plan_store.h"
#include "tests/support/databases.h"

namespace xieshang::topics {
namespace {

using xieshang::db::Tx;

class TopicStore : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        plan::Plan plan;
        plan.id = {base::uuid_v7({1}, random_)};
        plan.version = 1;
        plan_id_ = plan.id.text;
        transact([&](Tx& tx) { plan::insert_plan(tx, plan, {}); });
    }

    Topic insert(std::int64_t position, TopicWords words)
    {
        Topic topic{
            {base::uuid_v7({position}, random_)}, plan_id_, position, std::move(words), 1, {7}};
        transact([&](Tx& tx) { insert_topic(tx, topic); });
        return topic;
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    std::string plan_id_;
    base::SeededRandom random_{12};
};
ON_EVERY_DATABASE(TopicStore);

TopicWords words(std::string title)
{
    return {1, TopicKind::supervision, std::move(title), "9月中旬", 9, {"城管局", "住建局"},
        {"街道"}, 31};
}

TEST_P(TopicStore, GivesEveryWordBack)
{
    const auto topic = insert(1, words("明厨亮灶，智慧食安"));
    const auto kept = db().read([&](Tx& tx) { return find_topic(tx, topic.id); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->words, words("明厨亮灶，智慧食安"));
    EXPECT_EQ(kept->plan_id, plan_id_);
}

TEST_P(TopicStore, GivesThePlansTopicsInTheirOrderEachWithItsOwnBodies)
{
    auto bare = words("二");
    bare.responsible = {};
    bare.participating = {};
    bare.month = {};
    insert(3, words("三"));
    insert(1, words("一"));
    insert(2, bare);
    const auto topics = db().read([&](Tx& tx) { return topics_of_plan(tx, plan_id_); });
    ASSERT_EQ(topics.size(), 3U);
    EXPECT_EQ(topics[0].words, words("一"));
    EXPECT_EQ(topics[1].words, bare);
    EXPECT_EQ(topics[2].words, words("三"));
    const std::vector<std::string> ids{plan_id_};
    EXPECT_EQ(db().read([&](Tx& tx) { return topic_counts(tx, ids); }).at(plan_id_), 3);
}

TEST_P(TopicStore, CountsNoTopicThatWasCancelledReplacedOrTakenOff)
{
    using enum TopicState;
    const std::vector states{planned, postponed, cancelled, replaced, screened};
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i) + 1;
        auto topic = insert(at, words("第" + std::to_string(at)));
        transact([&](Tx& tx) {
            topic.version = 2;
            const TopicStep step{
                2, topic.updated_at, "o", "办公室", TopicAction::plan, topic.state, states[i], ""};
            topic.state = states[i];
            EXPECT_TRUE(move_topic(tx, topic, step));
        });
    }
    const std::vector<std::string> ids{plan_id_};
    EXPECT_EQ(db().read([&](Tx& tx) { return topic_counts(tx, ids); }).at(plan_id_), 2);
}

TEST_P(TopicStore, WritesOnlyOverTheVersionThatWasRead)
{
    auto topic = insert(1, words("一"));
    topic.words = {1, TopicKind::room, "改过", "", {}, {}, {"居委会"}, 31};
    topic.version = 2;
    transact([&](Tx& tx) { EXPECT_TRUE(update_topic(tx, topic, 1)); });
    EXPECT_EQ(db().read([&](Tx& tx) { return find_topic(tx, topic.id); })->words, topic.words);
    transact([&](Tx& tx) { EXPECT_EQ(update_topic(tx, topic, 1).error().code, "topic.stale"); });
}

} // namespace
} // namespace xieshang::topics
