// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_audit_actions.h"

#include "features/members/factor_actions.h"
#include "features/members/factor_store.h"
#include "features/members/member_store.h"
#include "features/members/oidc_audit_actions.h"
#include "features/members/passkey_audit_actions.h"
#include "features/members/role.h"
#include "platform/json/sameness.h"

namespace xieshang::members {
namespace {

bool is_text(const json::Node* told, const std::string& text)
{
    return told != nullptr && told->text == text;
}

// A list; for demo people one text, named "role".
bool are_roles(const json::Node& content, base::Roles roles)
{
    const auto* told = json::member_of(content, "roles");
    if (told == nullptr) {
        return is_text(json::member_of(content, "role"), names_of(roles));
    }
    std::vector<std::string> names;
    for (const auto& name : *told) {
        names.emplace_back(name.text);
    }
    return names == role_names(roles);
}

struct FactorTold {
    bool stands = false;
    std::int64_t recovery_codes = 0;
};

void hear(FactorTold& factor, const std::string& action)
{
    if (action == "person.add_second_factor") {
        factor = {true, recovery_codes_made};
    } else if (action == "person.renew_recovery_codes") {
        factor.recovery_codes = recovery_codes_made;
    } else if (action == "person.use_recovery_code") {
        --factor.recovery_codes;
    } else if (action == "person.remove_second_factor" || action == "person.remove_lost_factor") {
        factor = {};
    }
}

std::vector<record::Misfit> with_ways_in(std::vector<record::Misfit> misfits, db::Tx& tx,
    const PersonId& id, const std::vector<record::PastEvent>& events)
{
    const auto identities = audit_identities(tx, id, events);
    misfits.insert(misfits.end(), identities.begin(), identities.end());
    const auto passkeys = audit_passkeys(tx, id, events);
    misfits.insert(misfits.end(), passkeys.begin(), passkeys.end());
    return misfits;
}

} // namespace

std::vector<std::string> people_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "person", person_ids(tx));
}

std::vector<record::Misfit> audit_person(db::Tx& tx, const std::string& id)
{
    const auto person = person_of(tx, PersonId{id});
    if (!person) {
        return {{"check.no_row", "person", id}};
    }
    std::vector<record::Misfit> misfits;
    const auto check = [&](bool fits, const std::string& field) {
        if (!fits) {
            misfits.push_back({"check.row_differs", "person", id, {{"field", field}}});
        }
    };
    bool added = false;
    auto state = PersonState::active;
    std::int64_t version = 1;
    std::optional<std::string> roles_told; // by the last event that says it
    std::optional<std::string> name_told;
    FactorTold factor;
    const auto events = record::events_about(tx, "person", id);
    for (const auto& event : events) {
        hear(factor, event.action);
        if (event.action == "person.change_password" || event.action == "person.use_link") {
            ++version;
        } else if (event.action == "person.grant" || event.action == "person.revoke") {
            ++version;
            roles_told = event.content;
        } else if (event.action == "person.rename") {
            ++version;
            name_told = event.content;
        } else if (event.action == "person.suspend" || event.action == "person.reinstate") {
            state = event.action == "person.suspend" ? PersonState::suspended : PersonState::active;
            ++version;
        } else if (event.action == "person.sign_in" || event.action == "person.sign_out") {
            check(event.actor_id == id, "actor_id of event " + std::to_string(event.sequence));
        } else if (event.action == "person.add") {
            added = true;
            if (const auto told = json::Document::parse(event.content.value_or(""))) {
                check(is_text(json::member_of(told->root(), "login"), person->login), "login");
                name_told = name_told ? name_told : event.content;
                roles_told = roles_told ? roles_told : event.content;
            }
            check(event.at == person->created_at_ms, "created_at_ms");
        }
    }
    if (!added) {
        return {{"check.no_event", "person", id}};
    }
    if (const auto told = json::Document::parse(roles_told.value_or(""))) {
        check(are_roles(told->root(), person->roles), "roles");
    }
    if (const auto told = json::Document::parse(name_told.value_or(""))) {
        check(is_text(json::member_of(told->root(), "name"), person->name), "name");
    }
    check(person->state == state, "state");
    check(person->version == version, "version");
    check(has_factor(tx, person->id) == factor.stands, "second_factor");
    check(unused_recovery_codes(tx, person->id) == factor.recovery_codes, "recovery_codes");
    return with_ways_in(std::move(misfits), tx, person->id, events);
}

bool is_named(db::Tx& tx, const std::string& person_id, const std::string& name)
{
    const auto person = person_of(tx, PersonId{person_id});
    if (!person || person->name == name) {
        return true;
    }
    for (const auto& event : record::events_about(tx, "person", person_id)) {
        const auto told = json::Document::parse(event.content.value_or(""));
        if (told && is_text(json::member_of(told->root(), "name"), name)) {
            return true; // before a change of name
        }
    }
    return false;
}

} // namespace xieshang::members
