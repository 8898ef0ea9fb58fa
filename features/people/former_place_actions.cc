// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/former_place_actions.h"

#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"
#include "platform/record/audit.h"

#include <algorithm>

namespace xieshang::people {
namespace {

std::optional<OrganisationId> organisation_in(const json::Node& told, std::string_view member)
{
    const auto* found = json::member_of(told, member);
    return found == nullptr || found->text.empty()
        ? std::nullopt
        : std::optional(OrganisationId{std::string(found->text)});
}

bool is_there(db::Tx& tx, const OrganisationId& id)
{
    return find_organisation(tx, id).has_value();
}

// Whether the event told where its step left the membership.
bool recall(db::Tx& tx, const PlacelessStep& step, const record::PastEvent& event)
{
    const auto content = json::Document::parse(event.content.value_or(""));
    const auto* after = content ? json::member_of(content->root(), "after") : nullptr;
    if (after == nullptr) {
        return false;
    }
    const auto sector = organisation_in(*after, "sector_id");
    const auto group = organisation_in(*after, "group_id");
    if (!sector || !is_there(tx, *sector) || (group && !is_there(tx, *group))) {
        return false;
    }
    put_place_of_step(tx, step, *sector, group);
    return true;
}

std::int64_t recall_all(db::Tx& tx)
{
    std::int64_t recalled = 0;
    MembershipId of;
    std::vector<record::PastEvent> events;
    for (const auto& step : steps_without_place(tx)) {
        if (of != step.membership_id) {
            of = step.membership_id;
            events = record::events_about(tx, "membership", of.text);
        }
        const auto told = std::find_if(events.begin(), events.end(),
            [&](const record::PastEvent& event) { return event.version == step.version; });
        recalled += told != events.end() && recall(tx, step, *told) ? 1 : 0;
    }
    return recalled;
}

} // namespace

std::int64_t recall_former_places(db::Database& database)
{
    if (database.read([](db::Tx& tx) { return steps_without_place(tx).empty(); })) {
        return 0;
    }
    return database
        .transact([](db::Tx& tx) -> base::Result<std::int64_t> { return recall_all(tx); })
        .value_or(0);
}

} // namespace xieshang::people
