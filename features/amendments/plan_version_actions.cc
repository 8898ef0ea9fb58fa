// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_version_actions.h"

#include "features/amendments/amendment_store.h"
#include "features/people/period.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "platform/record/audit.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

void add_events(db::Tx& tx, std::vector<PastEvent>& events, std::string_view kind,
    const std::string& id, const std::optional<TopicId>& topic)
{
    for (auto& one : record::events_about(tx, kind, id)) {
        events.push_back({one.sequence, one.at, std::move(one.actor_id), topic,
            std::move(one.action), one.version, std::move(one.content).value_or("")});
    }
}

std::vector<Amendment> decided_on(db::Tx& tx, const plan::PlanId& id)
{
    auto decided = amendments_of(tx, id);
    std::erase_if(decided,
        [](const Amendment& amendment) { return amendment.state != AmendmentState::decided; });
    return decided;
}

PlanPast past_of(db::Tx& tx, const plan::PlanId& id)
{
    PlanPast past{{}, {}, decided_on(tx, id)};
    add_events(tx, past.events, "plan", id.text, {});
    for (const auto& topic : topics::every_topic_of_plan(tx, id.text)) {
        past.topics.push_back(topic.id);
        add_events(tx, past.events, "topic", topic.id.text, topic.id);
    }
    std::sort(past.events.begin(), past.events.end(),
        [](const PastEvent& a, const PastEvent& b) { return a.sequence < b.sequence; });
    return past;
}

base::Error pointing_at(base::Error error, const char* pointer)
{
    if (error.trouble == base::Trouble::refused) {
        error.fields = {{pointer, error.code, {}}};
    }
    return error;
}

struct Side {
    PastUntil until;
    PlanText text;
};

base::Result<Side> side_of(const PlanPast& past, const plan::Plan& plan, const std::string& asked,
    const std::string& today)
{
    const auto until = TRY(chosen_version(asked, plan, today));
    return Side{until, TRY(text_of(past, until))};
}

plan::PlanState plan_state_on(db::Tx& tx, const plan::Plan& plan, const std::string& day)
{
    auto state = plan.state;
    const auto steps = plan::steps_of(tx, plan.id);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (people::day_of(step->at_ms) <= day) {
            break;
        }
        state = step->from_state;
    }
    return state;
}

std::vector<TopicPast> topics_with_steps(db::Tx& tx, const plan::PlanId& id)
{
    std::vector<TopicPast> topics;
    for (auto& topic : topics::every_topic_of_plan(tx, id.text)) {
        auto taken = topics::steps_of_topic(tx, topic.id);
        topics.push_back({std::move(topic), std::move(taken)});
    }
    return topics;
}

// As they were carried out.
std::vector<Amendment> in_their_order(std::vector<Amendment> decided)
{
    std::stable_sort(decided.begin(), decided.end(),
        [](const Amendment& a, const Amendment& b) { return a.updated_at < b.updated_at; });
    return decided;
}

VersionHead head_of(const Side& side)
{
    return {side.until.day, side.text.title, side.text.committee, side.text.year, side.text.state};
}

} // namespace

base::Result<PlanVersions> versions_of_plan(services::Services& services, const plan::PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanVersions> {
        const auto plan = TRY(plan::find_plan(tx, id));
        PlanPast past{{}, {}, decided_on(tx, id)};
        add_events(tx, past.events, "plan", id.text, {});
        return PlanVersions{versions_of(plan, plan::steps_of(tx, id), past)};
    });
}

base::Result<PlanComparison> compare_versions(
    services::Services& services, const plan::PlanId& id, const VersionsAsked& asked)
{
    const auto today = people::day_of(services.clock.now());
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanComparison> {
        const auto plan = TRY(plan::find_plan(tx, id));
        const auto past = past_of(tx, id);
        const auto before = TRY(
            side_of(past, plan, asked.before.value_or("1"), today).map_error([](const auto& error) {
                return pointing_at(error, "/before");
            }));
        const auto after =
            TRY(side_of(past, plan, asked.after.value_or("now"), today)
                    .map_error([](const auto& error) { return pointing_at(error, "/after"); }));
        return PlanComparison{head_of(before), head_of(after),
            compared(before.text.sections, after.text.sections),
            compared(before.text.topics, after.text.topics)};
    });
}

base::Result<StoodPlan> plan_as_it_stood(
    services::Services& services, const plan::PlanId& id, const std::optional<std::string>& asked)
{
    const auto today = people::day_of(services.clock.now());
    const auto day = asked.value_or(today);
    if (!people::is_day(day) || day > today) {
        const auto* code = people::is_day(day) ? "amendment.day_to_come" : "period.not_a_day";
        return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{"/day", code, {}}}});
    }
    return services.db.read([&](db::Tx& tx) -> base::Result<StoodPlan> {
        const auto plan = TRY(plan::find_plan(tx, id));
        const auto past = past_of(tx, id);
        auto topics = as_it_stood(topics_with_steps(tx, id), in_their_order(past.decided), day);
        if (const auto told = text_of(past, {.version = {}, .day = day})) {
            take_words(topics, told->topics);
        }
        const auto held = std::count_if(past.decided.begin(), past.decided.end(),
            [&](const Amendment& one) { return one.decision->effective_on <= day; });
        return StoodPlan{day, plan_state_on(tx, plan, day), std::move(topics), held};
    });
}

} // namespace xieshang::amendments
