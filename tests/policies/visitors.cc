// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/visitors.h"

#include "features/members/account_store.h"
#include "features/members/member_store.h"
#include "features/members/session_actions.h"
#include "features/members/session_store.h"
#include "features/people/membership_actions.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"
#include "platform/crypto/crypto.h"
#include "tests/policies/ways_in.h"

#include <algorithm>
#include <stdexcept>

namespace xieshang::policies {
namespace {

using people::MembershipAction;

constexpr std::int64_t hour_ms = 3'600'000;
const base::Actor clerk{"", "王小协", members::bit(members::Role::office)};
const members::Caller at_home{"192.0.2.1", "Firefox", ""};

base::Roles bit_of(const std::string& role)
{
    base::Roles found{};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<members::Role>>(
        [&](auto entry) { found |= role == entry.name ? members::bit(entry.value) : 0; });
    return found;
}

class Arrivals {
public:
    explicit Arrivals(services::Services& services) : services_(services)
    {
        const people::Period since{"2001-01-01", {}};
        term_ = people::add_term(services_, clerk, {2, since}).value().id;
        sector_ = people::add_organisation(services_, clerk,
            {people::OrganisationKind::sector, "教育界", "教育界", "edu", {}, {"1996-01-01", {}}})
                      .value()
                      .id;
        post_ = people::add_post(services_, clerk, {sector_, "召集人"}).value().id;
    }

    void add(const std::string& role, const std::string& membership)
    {
        auto visitor = account(role, (role.empty() ? "no role" : role) + ", " + membership);
        visitor.asking = {true, role, membership};
        if (membership != "none") {
            join(visitor, membership);
        }
        visitor.other_session =
            crypto::sha256_hex(session(visitor.id, base::Instant{})).substr(0, 16);
        visitor.token = session(visitor.id, {});
        all_.push_back(std::move(visitor));
    }

    // The last one showed a while ago who he is.
    void make_stale()
    {
        auto& visitor = all_.back();
        visitor.name += ", proved long ago";
        visitor.asking.proved_lately = false;
        services_.db.write([&](db::Tx& tx) {
            members::update_proved(
                tx, crypto::sha256_hex(visitor.token), services_.clock.now() + -members::fresh_ms);
            return true;
        });
    }
    void add_stale(const std::string& role, const std::string& membership)
    {
        add(role, membership);
        make_stale();
    }

    // Who is in the register and heads the sector, and was never a member.
    void add_head(const std::string& role)
    {
        add(role, "none");
        all_.back().name += ", seated";
        seat(all_.back());
    }

    // Whose session is none, although he is of the office.
    void add_without_session(const std::string& name)
    {
        auto visitor = account("office", name);
        const auto now = services_.clock.now();
        if (name == "unknown token") {
            visitor.token = crypto::new_token(services_.random);
        } else if (name == "ended session") {
            visitor.token = session(visitor.id, {});
            members::sign_out(services_, visitor.token);
        } else if (name == "expired session") {
            visitor.token = session(visitor.id, now + -1);
        } else if (name == "silent session") {
            visitor.token = session(visitor.id, {}, now + -members::staff_idle_ms);
        } else if (name == "suspended person") {
            visitor.token = session(visitor.id, {});
            suspend(visitor.id);
        }
        all_.push_back(std::move(visitor));
    }

    std::vector<Visitor> take() { return std::move(all_); }

private:
    Visitor account(const std::string& role, std::string name)
    {
        Visitor visitor{std::move(name), {}};
        members::Person person;
        person.id = base::new_id<members::PersonId>(services_.clock, services_.random);
        person.login = "visitor" + std::to_string(++count_);
        person.name = "来访者" + std::to_string(count_);
        person.roles = bit_of(role);
        person.password_phc = password_phc_;
        person.version = 1;
        person.created_at_ms = services_.clock.now();
        services_.db.write([&](db::Tx& tx) { return members::insert_person(tx, person); });
        visitor.id = person.id.text;
        return visitor;
    }

    // Ends in twelve hours unless it is said otherwise; its proof stays fresh as long, however long
    // the tests take.
    std::string session(const std::string& person, base::Instant ends_at,
        std::optional<base::Instant> seen_at = std::nullopt)
    {
        const auto now = services_.clock.now();
        auto token = crypto::new_token(services_.random);
        services_.db.write([&](db::Tx& tx) {
            members::insert_session(tx,
                {crypto::sha256_hex(token), {person}, now, seen_at.value_or(now),
                    now + 12 * hour_ms, ends_at.ms != 0 ? ends_at : now + 12 * hour_ms,
                    at_home.address, "Firefox"});
            return true;
        });
        return token;
    }

    void suspend(const std::string& id)
    {
        services_.db.write([&](db::Tx& tx) {
            auto person = *members::person_of(tx, {id});
            person.state = members::PersonState::suspended;
            ++person.version;
            members::update_state(tx, person, person.version - 1);
            return true;
        });
    }

    void set_roles(const std::string& id, base::Roles roles)
    {
        services_.db.write([&](db::Tx& tx) {
            auto person = *members::person_of(tx, {id});
            person.roles = roles;
            ++person.version;
            members::update_roles(tx, person, person.version - 1);
            return true;
        });
    }

    // Before he has his role: the office registers no administrator.
    void seat(Visitor& visitor)
    {
        set_roles(visitor.id, {});
        people::register_person(services_, clerk, {{visitor.name}, people::PersonId{visitor.id}})
            .value();
        set_roles(visitor.id, bit_of(visitor.asking.role));
        people::begin_tenure(services_, clerk, {post_, {visitor.id}, {"2002-01-01", {}}}).value();
        visitor.seated = true;
    }

    void join(Visitor& visitor, const std::string& membership)
    {
        seat(visitor);
        auto made =
            people::invite_member(services_, clerk, {term_, {{visitor.id}, sector_, {}, false}})
                .value();
        const auto step = [&](MembershipAction action) {
            made = people::take_membership_step(
                services_, clerk, {made.id, made.version, action, "换届"})
                       .value();
        };
        visitor.membership = made.id.text;
        if (membership != "invited") {
            step(MembershipAction::confirm);
        }
        if (membership == "suspended") {
            step(MembershipAction::suspend);
        } else if (membership == "former") {
            step(MembershipAction::leave);
        }
    }

    services::Services& services_;
    std::string password_phc_ = crypto::hash_password(known_password);
    people::TermId term_;
    people::OrganisationId sector_;
    people::PostId post_;
    std::vector<Visitor> all_;
    int count_ = 0;
};

} // namespace

const std::vector<std::string>& all_roles()
{
    static const auto all = members::role_names(~base::Roles{});
    return all;
}

std::vector<Visitor> all_visitors(services::Services& services)
{
    Arrivals arrivals(services);
    for (const auto* membership : {"none", "active", "invited", "suspended", "former"}) {
        for (const auto& role : all_roles()) {
            arrivals.add(role, membership);
        }
    }
    for (const auto& role : all_roles()) {
        arrivals.add_stale(role, "active");
    }
    arrivals.add_stale("", "active");
    for (const auto* membership : {"invited", "suspended", "former"}) {
        arrivals.add_stale("member", membership);
    }
    arrivals.add_head("convenor");
    arrivals.add_head("convenor");
    arrivals.make_stale();
    arrivals.add("", "none");
    arrivals.add("", "active");
    for (const auto* name : {"nobody", "unknown token", "ended session", "expired session",
             "silent session", "suspended person"}) {
        arrivals.add_without_session(name);
    }
    return arrivals.take();
}

const Visitor& visitor(const std::vector<Visitor>& all, std::string_view name)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Visitor& one) { return one.name == name; });
    if (found == all.end()) {
        throw std::runtime_error("no visitor " + std::string(name));
    }
    return *found;
}

} // namespace xieshang::policies
