// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_actions.h"

#include "features/members/member_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

constexpr std::int64_t setup_link_ms = 24 * 3'600'000LL;

struct PersonContent { // what the record keeps of a new person
    std::string login;
    std::string name;
    std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(PersonContent, (), (login, name, roles))

Person new_person(services::Services& services, const NewPerson& asked)
{
    Person person;
    person.id = base::new_id<PersonId>(services.clock, services.random);
    person.login = folded_login(asked.login);
    person.name = asked.name;
    person.roles = asked.roles;
    if (!asked.password.empty()) {
        person.password_phc = crypto::hash_password(asked.password);
    }
    person.version = 1;
    person.created_at_ms = services.clock.now();
    return person;
}

base::Result<void> insert(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person)
{
    if (!insert_person(tx, person)) {
        return tl::unexpected(
            base::Error{base::Trouble::conflict, "members.login_taken", {{"login", person.login}},
                {{"/login", "members.login_taken", {{"login", person.login}}}}});
    }
    record::append(tx, actor, person.created_at_ms, services.random,
        {"person.add", "person", person.id.text, person.version,
            json::write(PersonContent{person.login, person.name, role_names(person.roles)})});
    return {};
}

void record_link(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const std::string& action)
{
    record::append(
        tx, actor, services.clock.now(), services.random, {action, "link", "setup", 1, "{}"});
}

} // namespace

base::Result<Person> add_person(
    services::Services& services, const base::Actor& actor, const NewPerson& asked)
{
    CHECK(acceptable({asked.login, asked.name, asked.password, asked.profile}));
    if (!may_be_held_together(asked.roles)) {
        return base::refuse("members.roles_apart", {{"roles", names_of(asked.roles)}});
    }
    const auto person = new_person(services, asked);
    return services.db.transact([&](db::Tx& tx) -> base::Result<Person> {
        CHECK(insert(services, tx, actor, person));
        return person;
    });
}

base::Result<Person> add_account(
    services::Services& services, const base::Actor& actor, const NewPerson& asked)
{
    CHECK(acceptable_account(asked.login, asked.name));
    const auto person = new_person(services, {.login = asked.login, .name = asked.name});
    return services.db.transact([&](db::Tx& tx) -> base::Result<Person> {
        CHECK(insert(services, tx, actor, person));
        return person;
    });
}

base::Result<void> set_state(services::Services& services, const base::Actor& actor,
    std::string_view login, PersonState state)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        auto person = find_person(tx, folded_login(login));
        if (!person) {
            return base::trouble(base::Trouble::not_found, "members.not_found");
        }
        if (person->state == state) {
            return {};
        }
        person->state = state;
        const auto version_before = person->version++;
        update_state(tx, *person, version_before);
        record::append(tx, actor, services.clock.now(), services.random,
            {state == PersonState::suspended ? "person.suspend" : "person.reinstate", "person",
                person->id.text, person->version, "{}"});
        return {};
    });
}

bool is_setup_needed(services::Services& services)
{
    return services.db.read([](db::Tx& tx) { return !is_anyone_there(tx); });
}

base::Result<std::string> make_setup_link(services::Services& services)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<std::string> {
        if (is_anyone_there(tx)) {
            return base::trouble(base::Trouble::conflict, "members.setup_done");
        }
        auto token = crypto::new_token(services.random);
        const auto now = services.clock.now();
        delete_unused_links(tx, LinkPurpose::setup);
        insert_link(tx, crypto::sha256_hex(token), LinkPurpose::setup, now, now + setup_link_ms);
        record_link(services, tx, {}, "link.make");
        return token;
    });
}

SetupLinkView look_at_setup_link(services::Services& services, std::string_view token)
{
    const auto token_sha256 = crypto::sha256_hex(token);
    return services.db.read([&](db::Tx& tx) -> SetupLinkView {
        const bool needed = !is_anyone_there(tx);
        return {needed && is_link_good(tx, token_sha256, LinkPurpose::setup, services.clock.now()),
            needed};
    });
}

base::Result<SignedIn> use_setup_link(services::Services& services, const FirstAdministrator& asked,
    const Caller& caller, PasswordProfile profile)
{
    const auto token_sha256 = crypto::sha256_hex(asked.token);
    const auto link = look_at_setup_link(services, asked.token);
    if (!link.setup_needed) {
        return base::trouble(base::Trouble::conflict, "members.setup_done");
    }
    if (!link.usable) { // before the costly hash
        return base::refuse("members.setup_link_spent");
    }
    CHECK(acceptable({asked.login, asked.name, asked.password, profile}));
    const auto person =
        new_person(services, {asked.login, asked.name, asked.password, bit(Role::office)});
    return services.db.transact([&](db::Tx& tx) -> base::Result<SignedIn> {
        if (!use_link(tx, token_sha256, LinkPurpose::setup, services.clock.now())) {
            return base::refuse("members.setup_link_spent");
        }
        if (is_anyone_there(tx)) {
            return base::trouble(base::Trouble::conflict, "members.setup_done");
        }
        CHECK(insert(services, tx, actor_of(person), person));
        record_link(services, tx, actor_of(person), "link.use");
        return begin_session(services, tx, person, caller, "setup");
    });
}

} // namespace xieshang::members
