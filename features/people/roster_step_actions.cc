// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_step_actions.h"

#include "platform/record/record.h"

namespace xieshang::people {
namespace {

std::string name_of(auto enumerator) { return boost::describe::enum_to_string(enumerator, ""); }

} // namespace

base::Result<RosterImport> take_roster_step(services::Services& services, db::Tx& tx,
    const base::Actor& actor, RosterImport import, RosterImportAction action,
    const std::string& reason)
{
    const RosterFacts facts{reason.find_first_not_of(" \t\r\n") != std::string::npos,
        rows_seen(tx, import.id).has_value()};
    const auto taken = TRY(take(import.state, action, actor.roles, facts));
    const auto now = services.clock.now();
    const auto version_before = import.version++;
    import.state = taken.to;
    import.updated_at = now;
    CHECK(update_roster_import(tx, import, version_before));
    insert_roster_step(tx, import.id,
        {import.version, now, actor.id, actor.name, action, taken.from, taken.to, reason});
    record::append(tx, actor, now, services.random,
        {"roster_import." + name_of(action), "roster_import", import.id.text, import.version,
            R"({"after":)" + json::write(import) + R"(,"fields":[],"from":)"
                + json::write(name_of(taken.from)) + R"(,"reason":)" + json::write(reason) + "}"});
    return import;
}

std::vector<workflow::Offer<RosterImportAction>> roster_offers(
    services::Services& services, const base::Actor& actor, const RosterImport& import)
{
    return services.db.read([&](db::Tx& tx) {
        return offers(import.state, actor.roles, rows_seen(tx, import.id).has_value());
    });
}

base::Result<std::vector<KeptRosterStep>> roster_history(
    services::Services& services, const RosterImportId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<KeptRosterStep>> {
        CHECK(find_roster_import(tx, id));
        return roster_steps_of(tx, id);
    });
}

} // namespace xieshang::people
