// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/setup_actions.h"

#include "features/members/denial_actions.h"
#include "features/members/member_store.h"
#include "features/members/new_person_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

constexpr std::int64_t setup_link_ms = 24 * 3'600'000LL;

// Nobody is signed in: the program does it.
void record_link(services::Services& services, db::Tx& tx, const std::string& action)
{
    record::append(
        tx, {}, services.clock.now(), services.random, {action, "link", "setup", 1, "{}"});
}

auto setup_done() { return base::trouble(base::Trouble::conflict, "members.setup_done"); }

std::vector<Person> people_of(services::Services& services, const FirstThree& asked)
{
    std::vector<Person> people;
    for (const auto& [role, account] : accounts_of(asked)) {
        people.push_back(new_person(services,
            {.login = account.login,
                .name = account.name,
                .password = account.password,
                .roles = bit(role)}));
    }
    return people;
}

} // namespace

bool is_setup_needed(services::Services& services)
{
    return services.db.read([](db::Tx& tx) { return !is_anyone_there(tx); });
}

base::Result<std::string> make_setup_link(services::Services& services)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<std::string> {
        if (is_anyone_there(tx)) {
            return setup_done();
        }
        auto token = crypto::new_token(services.random);
        const auto now = services.clock.now();
        delete_unused_links(tx, LinkPurpose::setup);
        insert_link(tx, crypto::sha256_hex(token), LinkPurpose::setup, now, now + setup_link_ms);
        record_link(services, tx, "link.make");
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

namespace {

base::Result<std::vector<Person>> set_up(
    services::Services& services, const FirstThree& asked, const PasswordRules& rules)
{
    const auto token_sha256 = crypto::sha256_hex(asked.token);
    const auto link = look_at_setup_link(services, asked.token);
    if (!link.setup_needed) {
        return setup_done();
    }
    if (!link.usable) { // before the costly hashes
        return base::refuse("members.setup_link_spent");
    }
    CHECK(acceptable(asked, rules));
    auto people = people_of(services, asked);
    return services.db.transact([&](db::Tx& tx) -> base::Result<std::vector<Person>> {
        if (!use_link(tx, token_sha256, LinkPurpose::setup, services.clock.now())) {
            return base::refuse("members.setup_link_spent");
        }
        if (is_anyone_there(tx)) {
            return setup_done();
        }
        for (const auto& person : people) {
            CHECK(keep_new(services, tx, {}, person, "/" + names_of(person.roles) + "/login"));
        }
        record_link(services, tx, "link.use");
        return std::move(people);
    });
}

} // namespace

base::Result<std::vector<Person>> use_setup_link(services::Services& services,
    const FirstThree& asked, const PasswordRules& rules, const Caller& caller)
{
    auto people = set_up(services, asked, rules);
    if (!people && people.error().code == "members.setup_link_spent") {
        keep_link_denial(services, crypto::sha256_hex(asked.token), caller);
    }
    return people;
}

} // namespace xieshang::members
