// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"

#include "features/members/account_list_store.h"
#include "features/members/account_store.h"
#include "features/members/apart_actions.h"
#include "features/members/attempts_store.h"
#include "features/members/denial_actions.h"
#include "features/members/factor_store.h"
#include "features/members/link_code.h"
#include "features/members/member_store.h"
#include "features/members/oidc_store.h"
#include "features/members/oidc_tie_actions.h"
#include "features/members/second_step_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

struct RolesContent { // what the record keeps of a change
    std::string role;
    std::vector<std::string> roles; // afterwards
};
BOOST_DESCRIBE_STRUCT(RolesContent, (), (role, roles))

struct ExportContent {
    std::int64_t count{};
};
BOOST_DESCRIBE_STRUCT(ExportContent, (), (count))

base::Result<Person> there(db::Tx& tx, const PersonId& id)
{
    auto person = person_of(tx, id);
    if (!person || person->demo) {
        return base::trouble(base::Trouble::not_found, "members.not_found");
    }
    return std::move(*person);
}

void tell(services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person,
    const std::string& action, const std::string& content = "{}")
{
    record::append(tx, actor, services.clock.now(), services.random,
        {action, "person", person.id.text, person.version, content});
}

// Whoever is the only one of his kind who can sign in stays.
base::Result<void> another_remains(db::Tx& tx, const Person& person)
{
    const auto kind = person.roles & administrators;
    if (kind != 0 && person.state == PersonState::active && !is_another_active(tx, person, kind)) {
        return base::trouble(base::Trouble::conflict, "members.last_administrator");
    }
    return {};
}

auto link_spent() { return base::refuse("members.link_spent"); }

} // namespace

base::Result<AccountLink> make_account_link(
    services::Services& services, const base::Actor& actor, const PersonId& id)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<AccountLink> {
        const auto person = TRY(there(tx, id));
        CHECK(may_be_opened_by(actor, person));
        if (person.state != PersonState::active) {
            return base::trouble(base::Trouble::conflict, "members.suspended");
        }
        const auto purpose = person.password_phc ? LinkPurpose::reset : LinkPurpose::invite;
        const auto now = services.clock.now();
        const auto ends_at = now + (purpose == LinkPurpose::reset ? reset_link_ms : invite_link_ms);
        auto code = new_link_code(services.random);
        delete_unused_links_of(tx, id);
        insert_link_of(tx, {crypto::sha256_hex(folded_link_code(code)), purpose, id}, now, ends_at);
        tell(services, tx, actor, person, "person.make_link");
        return AccountLink{std::move(code), purpose, ends_at};
    });
}

namespace {

base::Result<SignedIn> use_link_of_person(services::Services& services, const LinkUse& asked,
    const Caller& caller, const SignInRules& rules)
{
    const auto code_sha256 = crypto::sha256_hex(folded_link_code(asked.code));
    const auto look = [&](db::Tx& tx) {
        return find_link_of_person(tx, code_sha256, services.clock.now());
    };
    const auto link = services.db.read(look);
    if (!link) { // before the costly hash
        return link_spent();
    }
    auto person = TRY(services.db.transact([&](db::Tx& tx) { return there(tx, link->person_id); }));
    CHECK(new_password_fits(services, person, {asked.password, "/password", rules.passwords()}));
    const auto version_before = person.version++;
    person.password_phc = crypto::hash_password(asked.password);
    return services.db.transact([&](db::Tx& tx) -> base::Result<SignedIn> {
        const auto now_there = TRY(there(tx, person.id));
        if (now_there.version != version_before || now_there.state != PersonState::active
            || !use_link(tx, code_sha256, link->purpose, services.clock.now())) {
            return link_spent();
        }
        update_password(tx, person, version_before, services.clock.now());
        end_sessions(tx, person.id, "");
        forget_known_devices(tx, person.id, "");
        tell(services, tx, actor_of(person), person, "person.use_link");
        return first_step_done(services, tx, person, caller,
            {link->purpose == LinkPurpose::invite ? "invite" : "reset", rules});
    });
}

} // namespace

base::Result<SignedIn> use_account_link(services::Services& services, const LinkUse& asked,
    const Caller& caller, const SignInRules& rules)
{
    auto used = use_link_of_person(services, asked, caller, rules);
    if (!used && used.error().code == "members.link_spent") {
        keep_link_denial(services, crypto::sha256_hex(folded_link_code(asked.code)), caller);
    }
    return used;
}

base::Result<Account> change_role(services::Services& services, const base::Actor& actor,
    const PersonId& id, const RoleChange& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Account> {
        auto person = TRY(there(tx, id));
        if (actor.id == id.text) {
            return base::trouble(base::Trouble::forbidden, "members.own_roles");
        }
        const auto role = bit(asked.role);
        const auto roles = asked.granted ? person.roles | role : person.roles & ~role;
        if (roles == person.roles) {
            return account_of(person, has_factor(tx, id));
        }
        if (!may_be_held_together(roles)) {
            return base::refuse("members.roles_apart");
        }
        if (asked.granted) {
            CHECK(may_be_given(tx, person, roles));
        } else {
            CHECK(another_remains(tx, person));
        }
        if ((role & administrators) != 0 && asked.granted) { // made before by another of the three
            delete_unused_links_of(tx, id);
            delete_oidc_links(tx, id);
            untie_claimed(services, tx, actor, person);
        }
        person.roles = roles;
        const auto version_before = person.version++;
        update_roles(tx, person, version_before);
        tell(services, tx, actor, person, asked.granted ? "person.grant" : "person.revoke",
            json::write(RolesContent{names_of(role), role_names(roles)}));
        return account_of(person, has_factor(tx, id));
    });
}

base::Result<Account> change_state(
    services::Services& services, const base::Actor& actor, const PersonId& id, PersonState state)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Account> {
        auto person = TRY(there(tx, id));
        if (actor.id == id.text) {
            return base::trouble(base::Trouble::forbidden, "members.own_state");
        }
        if (person.state == state) {
            return account_of(person, has_factor(tx, id));
        }
        if (state == PersonState::suspended) {
            CHECK(another_remains(tx, person));
            end_sessions(tx, id, "");
            forget_known_devices(tx, id, "");
            delete_unused_links_of(tx, id);
        }
        person.state = state;
        const auto version_before = person.version++;
        update_state(tx, person, version_before);
        tell(services, tx, actor, person,
            state == PersonState::suspended ? "person.suspend" : "person.reinstate");
        return account_of(person, has_factor(tx, id));
    });
}

base::Result<Account> find_account(services::Services& services, const PersonId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<Account> {
        return account_of(TRY(there(tx, id)), has_factor(tx, id));
    });
}

std::vector<Account> list_accounts(services::Services& services, const AccountSearch& search)
{
    return services.db.read([&](db::Tx& tx) { return find_accounts(tx, search); });
}

std::vector<Account> export_accounts(
    services::Services& services, const base::Actor& actor, const AccountFilter& filter)
{
    std::vector<Account> accounts;
    services.db.write([&](db::Tx& tx) {
        accounts = find_accounts(tx, {filter, std::nullopt, accounts_exported});
        record::append(tx, actor, services.clock.now(), services.random,
            {"account.export", "account_list", "accounts", 1,
                json::write(ExportContent{static_cast<std::int64_t>(accounts.size())})});
        return true;
    });
    return accounts;
}

} // namespace xieshang::members
