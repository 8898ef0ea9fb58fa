// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/mutants.h"

#include "features/members/policies.h"

#include <algorithm>
#include <bit>
#include <set>

namespace xieshang::policies {
namespace {

using base::PolicyRow;
using members::Role;

using Rows = std::vector<PolicyRow>;

template <class Each>
void for_each_role(Each each)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
        [&](auto entry) { each(entry.value, std::string(entry.name)); });
}

// Few has no way to take one value away, which no policy needs: it is one word of bits.
template <class Enum>
base::Few<Enum> toggled(base::Few<Enum> few, std::size_t value)
{
    return std::bit_cast<base::Few<Enum>>(std::bit_cast<unsigned>(few) ^ 1U << value);
}

base::Proof other_than(base::Proof proof)
{
    return proof == base::Proof::any ? base::Proof::fresh : base::Proof::any;
}

class Slips {
public:
    explicit Slips(const base::Policy& policy)
        : policy_(policy), rows_(policy.rows().begin(), policy.rows().end())
    {
    }

    Mutants take()
    {
        for (at_ = 0; at_ < rows_.size(); ++at_) {
            Rows rows = rows_;
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at_));
            add("is gone", base::Policy(std::span<const PolicyRow>(rows)), rows_[at_].who.roles());
            change_roles();
            change_memberships();
            change_relations();
            change_states();
            change_view();
            add_with(rows_[at_].proof == base::Proof::any ? "with a fresh proof"
                                                          : "without a fresh proof",
                [](PolicyRow& row) { row.proof = other_than(row.proof); });
        }
        return std::move(found_);
    }

    void add(const std::string& what, const base::Policy& changed, base::Roles touched = {})
    {
        if (mean_the_same(policy_, changed)) {
            ++found_.same;
        } else {
            found_.all.push_back({"row " + std::to_string(at_ + 1) + " " + what, changed, touched,
                mean_the_same(policy_, changed, Views::do_not_count)});
        }
    }

private:
    template <class Change>
    void add_with(const std::string& what, Change change)
    {
        Rows rows = rows_;
        change(rows[at_]);
        const auto before = rows_[at_].who.roles();
        const auto exchanged = before ^ rows[at_].who.roles();
        add(what, base::Policy(std::span<const PolicyRow>(rows)),
            exchanged != 0 ? exchanged : before);
    }

    void change_roles()
    {
        for_each_role([&](Role role, const std::string& name) {
            const bool held = (rows_[at_].who.roles() & members::bit(role)) != 0;
            add_with((held ? "without " : "with ") + name, [&](PolicyRow& row) {
                const auto who = members::those({role});
                row.who.free ^= who.free;
                row.who.of_members ^= who.of_members;
            });
        });
    }
    void change_memberships()
    {
        for (std::size_t i = 0; i < base::membership_names.size(); ++i) {
            add_with("with or without membership " + std::string(base::membership_names[i]),
                [&](PolicyRow& row) { row.memberships = toggled(row.memberships, i); });
        }
    }
    // Where a row admits any relation, none is asked for.
    void change_relations()
    {
        if (rows_[at_].relations == base::any_relation) {
            return;
        }
        add_with("of any relation", [](PolicyRow& row) { row.relations = base::any_relation; });
        for (std::size_t i = 0; i < base::relation_names.size(); ++i) {
            if (rows_[at_].relations.has(static_cast<base::Relation>(i))) {
                add_with("without relation " + std::string(base::relation_names[i]),
                    [&](PolicyRow& row) { row.relations = toggled(row.relations, i); });
            }
        }
    }
    void change_states()
    {
        add_with("of any state", [](PolicyRow& row) { row.states = {}; });
        const auto states = rows_[at_].states;
        for (std::size_t i = 0; i < states.size() && !states[i].empty(); ++i) {
            add_with("without state " + std::string(states[i]),
                [&](PolicyRow& row) { row.states[i] = "no such state"; });
        }
    }
    void change_view()
    {
        for (const auto& other : rows_) {
            add_with("with view " + std::string(other.view),
                [&](PolicyRow& row) { row.view = other.view; });
        }
    }

    const base::Policy& policy_;
    Rows rows_;
    std::size_t at_ = 0;
    Mutants found_;
};

std::set<std::string_view> states_of(const base::Policy& policy)
{
    std::set<std::string_view> states{"", "another"};
    for (const auto& row : policy.rows()) {
        states.insert(row.states.begin(), row.states.end());
    }
    states.erase("no such state");
    return states;
}

// To everybody whose proof is as old as that.
bool mean_the_same_to(
    bool proved_lately, const base::Policy& one, const base::Policy& other, Views views)
{
    auto states = states_of(one);
    states.merge(states_of(other));
    bool same = one.anonymous() == other.anonymous()
        && one.admits_any_account() == other.admits_any_account();
    for_each_role([&](Role role, const std::string&) {
        for (std::size_t i = 0; same && i < base::membership_names.size(); ++i) {
            const auto membership = static_cast<base::Membership>(i);
            const auto dormant = members::dormant_roles(members::bit(role), membership);
            const base::Actor actor{
                "p", "某", members::bit(role) & ~dormant, membership, dormant, {}, proved_lately};
            same = one.allows(actor) == other.allows(actor)
                && one.is_stale(actor) == other.is_stale(actor);
            for (std::size_t r = 0; same && r < base::relation_names.size(); ++r) {
                const auto relation = static_cast<base::Relation>(r);
                same = std::all_of(states.begin(), states.end(), [&](std::string_view state) {
                    const auto seen = one.view(actor, relation, state);
                    const auto seen_else = other.view(actor, relation, state);
                    return views == Views::count ? seen == seen_else
                                                 : seen.has_value() == seen_else.has_value();
                });
            }
        }
    });
    return same;
}

} // namespace

bool mean_the_same(const base::Policy& one, const base::Policy& other, Views views)
{
    return mean_the_same_to(true, one, other, views) && mean_the_same_to(false, one, other, views);
}

Mutants mutants_of(const base::Policy& policy)
{
    Slips slips(policy);
    if (policy.anonymous()) {
        slips.add("asks for an account", base::Policy::signed_in());
    } else if (policy.admits_any_account()) {
        slips.add("asks for nothing", base::Policy::open());
        slips.add("asks for the office", members::office);
        const bool fresh = policy.proof() == base::Proof::fresh;
        slips.add(fresh ? "asks for no fresh proof" : "asks for a fresh proof",
            fresh ? base::Policy::signed_in() : base::Policy::signed_in().with_fresh_proof());
    }
    return slips.take();
}

} // namespace xieshang::policies
