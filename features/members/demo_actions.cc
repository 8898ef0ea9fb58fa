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
    Role role;
    std::string_view name;
};

// One login a role, called as the role.
constexpr auto invented = std::to_array<Invented>({
    {Role::office, "王小协（演示）"},
    {Role::reader, "李小商（演示）"},
    {Role::secretary_general, "陈思议（演示）"},
    {Role::chairperson, "周同舟（演示）"},
    {Role::party_group, "赵同心（演示）"},
    {Role::special_committee, "孙专委（演示）"},
    {Role::member, "吴委员（演示）"},
    {Role::department_handler, "郑经办（演示）"},
    {Role::department_leader, "冯承办（演示）"},
    {Role::party_office, "褚党办（演示）"},
    {Role::government_office, "卫政办（演示）"},
    {Role::inspection_office, "蒋督查（演示）"},
    {Role::party_committee, "沈常委（演示）"},
    {Role::sub_district, "韩街道（演示）"},
    {Role::convenor, "杨召集（演示）"},
    {Role::expert, "朱专家（演示）"},
    {Role::publicity_editor, "秦宣传（演示）"},
    {Role::auditor, "许审计（演示）"},
    {Role::system_administrator, "何系统（演示）"},
    {Role::security_administrator, "吕安全（演示）"},
});
static_assert(
    invented.size() == boost::mp11::mp_size<boost::describe::describe_enumerators<Role>>::value);

Person demo_person(
    services::Services& services, std::string login, std::string_view name, Role role)
{
    Person person;
    person.id = base::new_id<PersonId>(services.clock, services.random);
    person.login = std::move(login);
    person.name = name;
    person.roles = bit(role);
    person.demo = true;
    person.version = 1;
    person.created_at_ms = services.clock.now();
    return person;
}

void keep(services::Services& services, db::Tx& tx, const Person& person)
{
    if (insert_person(tx, person)) {
        record::append(tx, {}, person.created_at_ms, services.random,
            {"person.add", "person", person.id.text, person.version,
                json::write(DemoAccount{person.login, person.name, names_of(person.roles)})});
    }
}

} // namespace

void seed_demo_people(services::Services& services)
{
    services.db.write([&](db::Tx& tx) {
        for (const auto& [role, name] : invented) {
            keep(services, tx, demo_person(services, names_of(bit(role)), name, role));
        }
        keep(services, tx,
            demo_person(services, std::string(demo_former_member), "尤往届（演示）", Role::member));
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
