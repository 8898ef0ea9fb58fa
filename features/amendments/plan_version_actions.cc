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

} // namespace xieshang::amendments
