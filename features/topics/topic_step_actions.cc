// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_step_actions.h"

#include "features/topics/topic_store.h"
#include "features/topics/topic_suggestion_actions.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::topics {
namespace {

struct TopicMoved { // what the record keeps of a step
    std::string plan_id;
    TopicState from{};
    TopicState to{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TopicMoved, (), (plan_id, from, to, reason))

struct TopicAdded {
    std::string plan_id;
    TopicWords after;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TopicAdded, (), (plan_id, after, reason))

struct TopicEntered {
    std::string plan_id;
    TopicWords after;
    std::string reason;
    std::string suggestion_id; // empty: of none
};
BOOST_DESCRIBE_STRUCT(TopicEntered, (), (plan_id, after, reason, suggestion_id))

struct TopicRetitled {
    TopicWords before;
    TopicWords after;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TopicRetitled, (), (before, after, reason))

// The steps from where a topic stands to where its plan is; what left the plan stays where it is.
std::vector<TopicAction> ways(TopicState state, const plan::Plan& plan, plan::PlanAction action)
{
    const bool decided = action == plan::PlanAction::approve || action == plan::PlanAction::issue;
    std::vector<TopicAction> steps;
    if (decided && state == TopicState::shortlisted) {
        steps.push_back(TopicAction::approve);
        state = TopicState::approved;
    }
    if (action == plan::PlanAction::issue && state == TopicState::approved) {
        steps.push_back(TopicAction::plan);
    }
    if (plan.state == plan::PlanState::draft && state == TopicState::approved) {
        steps.push_back(TopicAction::unapprove);
    }
    return steps;
}

} // namespace

base::Result<void> move(services::Services& services, db::Tx& tx, const base::Actor& actor,
    Topic& topic, TopicAction action, base::Roles roles, const TopicFacts& facts,
    const std::string& reason)
{
    const auto step = TRY(take(topic.state, action, roles, facts));
    topic.state = step.to;
    topic.version += 1;
    topic.updated_at = services.clock.now();
    CHECK(move_topic(tx, topic,
        {topic.version, topic.updated_at, actor.id, actor.name, action, step.from, step.to,
            reason}));
    record::append(tx, actor, topic.updated_at, services.random,
        {"topic." + std::string(boost::describe::enum_to_string(action, "")), "topic",
            topic.id.text, topic.version,
            json::write(TopicMoved{topic.plan_id, step.from, step.to, reason})});
    return {};
}

base::Result<void> follow(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const plan::Plan& plan, plan::PlanAction action, const std::string& reason)
{
    using members::Role;
    // The step is the plan's: whoever was allowed to take that one takes these with it.
    const auto by = members::bit(Role::office) | members::bit(Role::party_committee);
    const bool issued = plan.state == plan::PlanState::issued;
    const TopicFacts facts{
        .plan_approved = issued || plan.state == plan::PlanState::approved, .plan_issued = issued};
    for (auto& topic : topics_of_plan(tx, plan.id.text)) {
        for (const auto way : ways(topic.state, plan, action)) {
            CHECK(move(services, tx, actor, topic, way, by, facts, {}));
        }
        if (action == plan::PlanAction::discard) {
            CHECK(let_suggestion_go(services, tx, actor, topic, by, reason));
        } else if (action == plan::PlanAction::restore) {
            CHECK(take_suggestion_back(services, tx, actor, topic, by, reason));
        }
    }
    return {};
}

void add(services::Services& services, db::Tx& tx, const base::Actor& actor, const Topic& topic,
    const std::string& reason)
{
    insert_topic(tx, topic);
    insert_topic_step(tx, topic.id,
        {topic.version, topic.updated_at, actor.id, actor.name, TopicAction::add, topic.state,
            topic.state, reason});
    record::append(tx, actor, topic.updated_at, services.random,
        {"topic.add", "topic", topic.id.text, topic.version,
            json::write(TopicAdded{topic.plan_id, topic.words, reason})});
}

base::Result<void> enter(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Topic& topic, const DraftTopic& asked)
{
    const auto reason = asked.reason.value_or("");
    const auto suggestion = asked.suggestion_id.value_or("");
    insert_topic(tx, topic);
    insert_topic_step(tx, topic.id,
        {topic.version, topic.updated_at, actor.id, actor.name, TopicAction::enter, topic.state,
            topic.state, reason});
    if (!suggestion.empty()) {
        CHECK(insert_taken(
            tx, {topic.id, 1, suggestion, topic.updated_at, actor.id, actor.name, std::nullopt}));
    }
    record::append(tx, actor, topic.updated_at, services.random,
        {"topic.enter", "topic", topic.id.text, topic.version,
            json::write(TopicEntered{topic.plan_id, topic.words, reason, suggestion})});
    return {};
}

base::Result<void> retitle(services::Services& services, db::Tx& tx, const base::Actor& actor,
    Topic& topic, const std::string& title, const std::string& reason)
{
    const auto before = topic.words;
    topic.words.title = title;
    topic.version += 1;
    topic.updated_at = services.clock.now();
    CHECK(update_topic(tx, topic, topic.version - 1));
    record::append(tx, actor, topic.updated_at, services.random,
        {"topic.retitle", "topic", topic.id.text, topic.version,
            json::write(TopicRetitled{before, topic.words, reason})});
    return {};
}

base::Result<TopicHistory> topic_history(services::Services& services, const TopicId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<TopicHistory> {
        auto topic = TRY(find_topic(tx, id));
        return TopicHistory{std::move(topic), steps_of_topic(tx, id)};
    });
}

} // namespace xieshang::topics
