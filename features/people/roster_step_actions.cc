// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_step_actions.h"

#include "platform/record/record.h"

namespace xieshang::people {
namespace {

std::string name_of(auto enumerator) { return boost::describe::enum_to_string(enumerator, ""); }

RosterFacts facts_of(db::Tx& tx, const RosterImportId& id, std::string_view reason)
{
    return {.has_reason = reason.find_first_not_of(" \t\r\n") != std::string_view::npos,
        .is_looked_at = rows_seen(tx, id).has_value(),
        .is_file_kept = is_file_kept(tx, id)};
}

} // namespace

sealing::Place place_of_file(const RosterImportId& id)
{
    return {"roster_import", id.text, "file"};
}

bool is_file_kept(db::Tx& tx, const RosterImportId& id)
{
    return sealing::Vault::exists(tx, place_of_file(id));
}

std::string roster_bytes_kept(services::Services& services, db::Tx& tx, const RosterImportId& id)
{
    std::string bytes;
    services.vault.holds(tx, place_of_file(id), [&](std::string_view kept) {
        bytes = kept;
        return true;
    });
    return bytes;
}

base::Result<RosterImport> take_roster_step(services::Services& services, db::Tx& tx,
    const base::Actor& actor, RosterImport import, RosterImportAction action,
    const std::string& reason)
{
    const auto taken =
        TRY(take(import.state, action, actor.roles, facts_of(tx, import.id, reason)));
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
    return services.db.read(
        [&](db::Tx& tx) { return offers(import.state, actor.roles, facts_of(tx, import.id, {})); });
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
