// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/look_alarm_actions.h"

#include "features/people/look_alarm.h"
#include "platform/json/json.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"

namespace xieshang::people {
namespace {

constexpr auto look_action = "sealed_value.look";
constexpr auto alarm_action = "alarm.contact_looks";

struct AlarmContent {     // what the record keeps
    std::int64_t looks{}; // at least
    std::int64_t minutes{};
};
BOOST_DESCRIBE_STRUCT(AlarmContent, (), (looks, minutes))

record::ActSearch acts_of(const base::Actor& actor, std::string action, base::Instant now)
{
    return {.actor_id = actor.id,
        .action = std::move(action),
        .from = base::Instant{now.ms - looks_counted_ms + 1},
        .limit = alarming_looks};
}

} // namespace

void watch_looks(services::Services& services, db::Tx& tx, const base::Actor& actor)
{
    const auto now = services.clock.now();
    const auto looks = record::find_acts(tx, acts_of(actor, look_action, now)).size();
    const auto alarms = record::find_acts(tx, acts_of(actor, alarm_action, now));
    if (is_alarm_due(static_cast<std::int64_t>(looks),
            alarms.empty() ? std::nullopt : std::optional(alarms.front().at), now)) {
        record::append(tx, actor, now, services.random,
            {alarm_action, "alarm", actor.id, 0,
                json::write(AlarmContent{alarming_looks, looks_counted_ms / 60'000})});
    }
}

} // namespace xieshang::people
