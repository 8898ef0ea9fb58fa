// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact_files_actions.h"

#include "features/people/people_policies.h"
#include "features/people/roster_actions.h"
#include "features/people/roster_pen_actions.h"
#include "features/people/roster_step_actions.h"

#include <algorithm>

namespace xieshang::people {
namespace {

std::vector<RosterContact> values_of(services::Services& services, const base::Asker& asker,
    const PersonId& id, const std::vector<Contact>& contacts)
{
    std::vector<RosterContact> values;
    services.db.read([&](db::Tx& tx) {
        for (const auto contact : contacts) {
            const auto place = place_of_contact(id, contact);
            if (!asker.view(policies::relation_to(asker.actor, id.text), place.field)) {
                continue;
            }
            services.vault.holds(tx, place, [&](std::string_view kept) {
                values.push_back({contact, std::string(kept)});
                return true;
            });
        }
        return 0;
    });
    return values;
}

bool says(const TableCell& cell, const RosterContact& sought)
{
    const auto kept = kept_form(sought.contact, cell.text);
    return (kept && *kept == sought.value) || cell.text.find(sought.value) != std::string::npos;
}

bool says_any(const RosterTable& table, const std::vector<RosterContact>& sought)
{
    const auto any = [&](const TableCell& cell) {
        return std::any_of(sought.begin(), sought.end(),
            [&](const RosterContact& one) { return says(cell, one); });
    };
    return std::any_of(table.rows.begin(), table.rows.end(),
        [&](const TableRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), any); });
}

// On any of its sheets, matched or not.
bool stands_in(std::string_view bytes, const std::vector<RosterContact>& sought)
{
    const auto first = roster_table(bytes);
    if (!first || says_any(*first, sought)) {
        return first.has_value();
    }
    for (std::size_t sheet = 0; sheet < first->sheets.size(); ++sheet) {
        const auto table = roster_table(bytes, sheet);
        if (table && says_any(*table, sought)) {
            return true;
        }
    }
    return false;
}

} // namespace

base::Result<ContactsErased> files_with_contacts(services::Services& services,
    const base::Asker& asker, const PersonId& id, const std::vector<Contact>& contacts)
{
    ContactsErased told;
    const auto sought = values_of(services, asker, id, contacts);
    if (sought.empty()) {
        return told;
    }
    constexpr std::int64_t all = 10'000;
    const auto imports =
        services.db.read([&](db::Tx& tx) { return newest_roster_imports(tx, all); });
    for (const auto& import : imports) {
        const auto bytes = services.db.read(
            [&](db::Tx& tx) { return roster_bytes_kept(services, tx, import.id); });
        if (!bytes.empty() && stands_in(bytes, sought)) {
            told.files.push_back({import.id.text, import.file_name, import.uploaded_at});
        }
    }
    told.file_count = static_cast<std::int64_t>(told.files.size());
    if (!policies::may_keep_register(asker.actor)) {
        told.files.clear();
    }
    return told;
}

} // namespace xieshang::people
