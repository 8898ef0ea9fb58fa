// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_actions.h"

#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::topics {
namespace {

struct EditedTopic { // what the record keeps of an edit
    TopicWords before;
    TopicWords after;
};
BOOST_DESCRIBE_STRUCT(EditedTopic, (), (before, after))

base::Result<void> distinct_in_its_plan(db::Tx& tx, const Topic& changed)
{
    std::vector<TopicWords> words;
    for (const auto& topic : topics_of_plan(tx, changed.plan_id)) {
        words.push_back(topic.id == changed.id ? changed.words : topic.words);
    }
    auto distinct = distinct_titles(words);
    if (!distinct) {
        distinct.error().fields = {{"/title", "topic.title_stands_in_plan", {}}};
    }
    return distinct;
}

// A topic is part of its plan: who decides on a plan must have seen this change, too.
base::Result<void> touch(
    services::Services& services, db::Tx& tx, plan::Plan plan, base::Instant at)
{
    const auto before = plan.version++;
    plan.updated_at_ms = at;
    CHECK(plan::update_plan(tx, plan, before));
    plan::put_entries(services, tx, plan);
    return {};
}

} // namespace

base::Result<TopicPage> topic_page(services::Services& services, const TopicId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<TopicPage> {
        auto topic = TRY(find_topic(tx, id));
        auto plan = TRY(plan::find_plan(tx, plan::PlanId{topic.plan_id}));
        return TopicPage{std::move(topic), std::move(plan)};
    });
}

base::Result<Topic> edit_topic(services::Services& services, const base::Actor& actor,
    const TopicId& id, std::int64_t version_seen, const TopicEdit& edit)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Topic> {
        const auto kept = TRY(find_topic(tx, id));
        CHECK(same_version(kept, version_seen, edit));
        auto plan = TRY(plan::find_plan(tx, plan::PlanId{kept.plan_id}));
        CHECK(plan::editable(plan));
        auto topic = kept;
        topic.words = edited(kept.words, edit);
        if (topic.words.title != kept.words.title) {
            CHECK(distinct_in_its_plan(tx, topic));
        }
        topic.version = kept.version + 1;
        topic.updated_at = services.clock.now();
        CHECK(update_topic(tx, topic, kept.version));
        CHECK(touch(services, tx, std::move(plan), topic.updated_at));
        record::append(tx, actor, topic.updated_at, services.random,
            {"topic.edit", "topic", id.text, topic.version,
                json::write(EditedTopic{kept.words, topic.words})});
        return topic;
    });
}

} // namespace xieshang::topics
