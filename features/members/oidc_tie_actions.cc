// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_tie_actions.h"

#include "features/members/account_store.h"
#include "features/members/oidc_store.h"
#include "platform/json/json.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::members {

void tell_of_tie(
    services::Services& services, db::Tx& tx, const Person& person, const TieContent& tie)
{
    record::append(tx, actor_of(person), services.clock.now(), services.random,
        {"person.link_identity", "person", person.id.text, person.version, json::write(tie)});
}

bool is_tied_by_link(db::Tx& tx, const PersonId& id, const std::string& issuer)
{
    const auto newest_first = record::find_acts(
        tx, {.action = "person.link_identity", .kind = "person", .id = id.text, .limit = 1'000});
    for (const auto& act : newest_first) {
        const auto told =
            json::read_own<TieContent>(record::content_of(tx, act.sequence).value_or("{}"));
        if (!told || told->issuer == issuer) {
            return told && told->means == by_link_means;
        }
    }
    return false;
}

bool has_own_way_in(db::Tx& tx, const Person& person)
{
    if (has_password_or_passkey(tx, person)) {
        return true;
    }
    const auto identities = identities_of(tx, person.id);
    return std::any_of(identities.begin(), identities.end(), [&](const OidcIdentity& identity) {
        return is_tied_by_link(tx, person.id, identity.issuer);
    });
}

bool is_another_active(db::Tx& tx, const Person& person, base::Roles roles)
{
    const auto holders = holders_of(tx, roles);
    return std::any_of(holders.begin(), holders.end(), [&](const Person& other) {
        return other.id != person.id && other.state == PersonState::active
            && has_own_way_in(tx, other);
    });
}

void untie_claimed(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person)
{
    for (const auto& identity : identities_of(tx, person.id)) {
        if (is_tied_by_link(tx, person.id, identity.issuer)) {
            continue;
        }
        delete_identity(tx, person.id, identity.issuer);
        end_sessions(tx, person.id, "");
        record::append(tx, actor, services.clock.now(), services.random,
            {"person.unlink_identity", "person", person.id.text, person.version,
                R"({"issuer":)" + json::write(identity.issuer) + "}"});
    }
}

} // namespace xieshang::members
