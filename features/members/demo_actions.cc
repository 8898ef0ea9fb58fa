// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/demo_actions.h"

#include "features/members/member_store.h"
#include "features/members/session_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

struct Invented {
    std::string_view login;
    std::string_view name;
    Role role;
};

constexpr auto invented = std::to_array<Invented>({
    {"office", "王小协（演示）", Role::office},
    {"reader", "李小商（演示）", Role::reader},
});

Person demo_person(services::Services& services, const Invented& who)
{
    Person person;
    person.id = base::new_id<PersonId>(services.clock, services.random);
    person.login = who.login;
    person.name = who.name;
    person.roles = bit(who.role);
    person.demo = true;
    person.version = 1;
    person.created_at_ms = services.clock.now();
    return person;
}

} // namespace

void seed_demo_people(services::Services& services)
{
    services.db.write([&](db::Tx& tx) {
        for (const auto& who : invented) {
            const auto person = demo_person(services, who);
            if (insert_person(tx, person)) {
                record::append(tx, {}, person.created_at_ms, services.random,
                    {"person.add", "person", person.id.text, person.version,
                        json::write(
                            DemoAccount{person.login, person.name, names_of(person.roles)})});
            }
        }
        return true;
    });
}

std::vector<DemoAccount> demo_accounts(services::Services& services)
{
    std::vector<DemoAccount> accounts;
    for (const auto& person : services.db.read([](db::Tx& tx) { return demo_people(tx); })) {
        accounts.push_back({person.login, person.name, names_of(person.roles)});
    }
    return accounts;
}

base::Result<SignedIn> sign_in_as_demo(
    services::Services& services, const std::string& login, const Caller& caller)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<SignedIn> {
        const auto person = find_person(tx, folded_login(login));
        if (!person || !person->demo || person->state != PersonState::active) {
            return base::trouble(base::Trouble::not_found, "members.not_a_demo_account");
        }
        return begin_session(services, tx, *person, caller, "demo");
    });
}

void end_demo_sessions(services::Services& services)
{
    services.db.write([](db::Tx& tx) {
        delete_demo_sessions(tx);
        return true;
    });
}

} // namespace xieshang::members
