// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_actions.h"

#include "features/calls/suggestion_moves_actions.h"
#include "features/calls/suggestion_store.h"
#include "features/people/short_text.h"
#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_store.h"
#include "features/search/kind.h"
#include "features/topics/topic_step_actions.h"
#include "features/topics/topic_store.h"
#include "features/topics/topic_suggestion_actions.h"
#include "platform/json/json.h"
#include "platform/record/record.h"
#include "platform/search/index.h"

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
        if (topic.id != changed.id) {
            words.push_back(topic.words);
        }
    }
    words.push_back(changed.words);
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

bool is_everybodys(const calls::Suggestion& suggestion)
{
    switch (calls::answer_of(suggestion.state)) {
    case calls::SuggestionAnswer::waiting:
    case calls::SuggestionAnswer::not_taken:
    case calls::SuggestionAnswer::withdrawn:
        return false;
    default:
        return true;
    }
}

std::vector<NamedSource> sources_of(db::Tx& tx, const TopicId& id, bool all)
{
    std::vector<NamedSource> sources;
    for (const auto& taken : taken_into(tx, id)) {
        const auto found = calls::find_suggestion(tx, {taken.suggestion_id});
        if (!taken.left_at_ms && found && (all || is_everybodys(*found))) {
            sources.push_back({found->id.text, found->words.title});
        }
    }
    return sources;
}

base::Error at_reason(base::Error error)
{
    if (error.trouble == base::Trouble::refused) {
        error.fields = {{"/reason", error.code, {}}};
    }
    return error;
}

// The suggestion is taken with it, unless the short list took it before.
base::Result<void> take_with(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const DraftTopic& asked)
{
    if (!asked.suggestion_id) {
        return {};
    }
    auto suggestion = TRY(calls::find_suggestion(tx, {*asked.suggestion_id}));
    if (taken_of(tx, suggestion.id.text)) {
        return base::trouble(base::Trouble::conflict, "topic.suggestion_taken");
    }
    if (suggestion.state == TopicState::shortlisted) {
        return {};
    }
    return calls::move_suggestion(services, tx, actor, suggestion, TopicAction::shortlist,
        actor.roles, asked.reason.value_or(""))
        .map_error(at_reason);
}

} // namespace

base::Result<TopicPage> topic_page(services::Services& services, const TopicId& id, bool all)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<TopicPage> {
        auto topic = TRY(find_topic(tx, id));
        auto plan = TRY(plan::find_plan(tx, plan::PlanId{topic.plan_id}));
        auto sources = sources_of(tx, id, all);
        return TopicPage{std::move(topic), std::move(plan), std::move(sources)};
    });
}

base::Result<Topic> enter_topic(services::Services& services, const base::Actor& actor,
    const plan::PlanId& id, const DraftTopic& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Topic> {
        auto plan = TRY(plan::find_plan(tx, id));
        CHECK(plan::editable(plan));
        const Topic topic{.id = base::new_id<TopicId>(services.clock, services.random),
            .plan_id = id.text,
            .position = next_position(tx, id.text),
            .words = entered_words(asked, topics_of_plan(tx, id.text)),
            .version = 1,
            .updated_at = services.clock.now()};
        CHECK(distinct_in_its_plan(tx, topic));
        CHECK(take_with(services, tx, actor, asked));
        CHECK(enter(services, tx, actor, topic, asked));
        CHECK(touch(services, tx, std::move(plan), topic.updated_at));
        return topic;
    });
}

base::Result<Topic> take_topic_step(services::Services& services, const base::Actor& actor,
    const TopicId& id, std::int64_t version_seen, const TopicStepRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Topic> {
        auto topic = TRY(find_topic(tx, id));
        CHECK(same_version(topic, version_seen, {}));
        if (!is_step_of_draft(asked.action)) {
            return base::trouble(base::Trouble::conflict, "topic.not_here");
        }
        auto plan = TRY(plan::find_plan(tx, plan::PlanId{topic.plan_id}));
        CHECK(plan::editable(plan));
        CHECK(move(services, tx, actor, topic, asked.action, actor.roles,
            {.has_reason = people::is_said(asked.reason)}, asked.reason)
                  .map_error(at_reason));
        if (asked.action == TopicAction::shortlist) {
            CHECK(distinct_in_its_plan(tx, topic));
        } else {
            search::index_of(services.db.engine())
                .remove(tx, search::name_of(search::Kind::topic), id.text);
        }
        CHECK(asked.action == TopicAction::unlist
                ? let_suggestion_go(services, tx, actor, topic, actor.roles, asked.reason)
                : take_suggestion_back(services, tx, actor, topic, actor.roles, asked.reason));
        CHECK(touch(services, tx, std::move(plan), topic.updated_at));
        return topic;
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
        CHECK(stands(kept));
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
