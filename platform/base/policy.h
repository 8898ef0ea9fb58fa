// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may use an endpoint, and what they see. A policy is a table of a few rows (role, relation to
// the object, its state, membership → fields), the widest view first; what no row admits is
// refused. There is no default: an endpoint without a policy does not compile. Pure, constexpr.
//
// It is asked twice: by the API before anything is read (who may use this at all), and by the verb
// when it knows the object (`view`). What a person may not see answers as if it were not there.
// A sensitive row asks beside it for a fresh proof (SES-03): the person showed a few minutes ago
// who he is; without one he is asked for it, and then the same request does what it says. Source:
// the requirements AZ-01, AZ-02, T-31, SES-03.
#pragma once

#include "platform/base/actor.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace xieshang::base {

// How the person stands to the object.
enum class Relation : std::uint8_t {
    own,        // made by him, about him, or given to him
    same_body,  // of an organisation that he acts for
    other_body, // of another one
    other_term, // of another term 届
};

inline constexpr std::array<std::string_view, 4> relation_names{
    "own", "same_body", "other_body", "other_term"};

// A few of an enumeration's values.
template <class Enum>
class Few {
public:
    constexpr Few(std::initializer_list<Enum> values)
    {
        for (const auto value : values) {
            bits_ |= 1U << static_cast<unsigned>(value);
        }
    }
    constexpr bool has(Enum value) const
    {
        return (bits_ & 1U << static_cast<unsigned>(value)) != 0;
    }
    constexpr bool operator==(const Few&) const = default;

private:
    unsigned bits_ = 0;
};

// What is asked of the session itself.
enum class Proof : std::uint8_t {
    any,   // a live one
    fresh, // Actor::proved_lately
};

inline constexpr std::array<std::string_view, 2> proof_names{"any", "fresh"};

using Relations = Few<Relation>;
using Memberships = Few<Membership>;

inline constexpr Relations any_relation{
    Relation::own, Relation::same_body, Relation::other_body, Relation::other_term};

// Roles with their names, which the API's description tells. Those of members hold only while the
// membership is one that the row admits; the others, of office and staff, hold by themselves. A
// role that is both holds by itself, and while it rests in the memberships that the row admits.
struct Who {
    static constexpr std::size_t most = 32;

    Roles free{};
    Roles of_members{};
    std::array<std::string_view, most> names{};
    std::size_t count = 0;

    constexpr Roles roles() const { return free | of_members; }
};

struct PolicyRow {
    static constexpr std::size_t most_states = 8;

    Who who;
    Relations relations = any_relation;
    Memberships memberships = {Membership::active};     // of those who act as members
    std::array<std::string_view, most_states> states{}; // of the object, by name; none: any
    std::string_view view = "all";                      // which fields are seen
    Proof proof = Proof::any;

    // Whether his proof is too old for it.
    bool is_stale(const Actor& actor) const
    {
        return proof == Proof::fresh && !actor.proved_lately;
    }
    bool admits(const Actor& actor) const
    {
        return (actor.roles & who.free) != 0
            || (((actor.roles | actor.dormant) & who.of_members) != 0
                && memberships.has(actor.membership));
    }
    constexpr bool admits_state(std::string_view state) const
    {
        return states[0].empty()
            || (!state.empty() && std::find(states.begin(), states.end(), state) != states.end());
    }
};

class Policy {
public:
    constexpr explicit Policy(std::initializer_list<PolicyRow> rows)
        : Policy(std::span<const PolicyRow>(rows.begin(), rows.size()))
    {
    }
    constexpr explicit Policy(std::span<const PolicyRow> rows)
    {
        for (const auto& row : rows) {
            if (count_ == rows_.size()) {
                throw std::length_error("a policy has too many rows");
            }
            rows_[count_++] = row;
        }
    }

    // Whoever holds one of these roles.
    constexpr Policy(const Who& who) : Policy({PolicyRow{.who = who}}) {} // NOLINT

    static constexpr Policy open()
    {
        Policy policy({});
        policy.anonymous_ = true;
        return policy;
    }
    // Whoever has an account, even without a role: his own account and session.
    static constexpr Policy signed_in()
    {
        Policy policy({});
        policy.signed_in_ = true;
        return policy;
    }

    // The same, and each row asks for a fresh proof.
    constexpr Policy with_fresh_proof() const
    {
        auto policy = *this;
        policy.proof_ = Proof::fresh;
        for (auto& row : policy.rows_) {
            row.proof = Proof::fresh;
        }
        return policy;
    }

    constexpr bool anonymous() const { return anonymous_; }
    constexpr bool admits_any_account() const { return anonymous_ || signed_in_; }

    // Whether some row may admit him, before the object is known.
    bool allows(const Actor& actor) const
    {
        return admits_any_account()
            || std::any_of(rows().begin(), rows().end(),
                [&](const PolicyRow& row) { return row.admits(actor); });
    }

    // Whether nothing that it may admit him to goes without a fresh proof, and his is too old:
    // known before the object is.
    bool is_stale(const Actor& actor) const
    {
        return !actor.proved_lately && !anonymous_
            && (signed_in_ ? proof_ == Proof::fresh
                           : std::all_of(rows().begin(), rows().end(), [&](const PolicyRow& row) {
                                 return row.proof == Proof::fresh || !row.admits(actor);
                             }));
    }

    // The first row that is about him and the object.
    const PolicyRow* row(const Actor& actor, Relation relation, std::string_view state = {}) const
    {
        for (const auto& row : rows()) {
            if (row.relations.has(relation) && row.admits_state(state) && row.admits(actor)) {
                return &row;
            }
        }
        return nullptr;
    }

    // The name of the fields that he sees of an object; nothing: for him it is not there, or his
    // proof is too old.
    std::optional<std::string_view> view(
        const Actor& actor, Relation relation, std::string_view state = {}) const
    {
        if (admits_any_account()) {
            return "all";
        }
        const auto* found = row(actor, relation, state);
        return found != nullptr && !found->is_stale(actor) ? std::optional(found->view)
                                                           : std::nullopt;
    }

    // Of a policy without rows.
    constexpr Proof proof() const { return proof_; }
    constexpr std::span<const PolicyRow> rows() const { return {rows_.data(), count_}; }
    constexpr Roles roles() const // of all rows
    {
        Roles all{};
        for (const auto& row : rows()) {
            all |= row.who.roles();
        }
        return all;
    }

private:
    std::array<PolicyRow, 8> rows_{};
    std::size_t count_ = 0;
    bool anonymous_ = false;
    bool signed_in_ = false;
    Proof proof_ = Proof::any;
};

// Who asks, and by which policy: for a verb that learns the object only as it works. All outlive
// it.
struct Asker {
    const Actor& actor;
    const Policy& policy;
    std::string* hidden = nullptr; // the id of what was there and not for him
    bool* stale = nullptr;         // whether a view was kept from him for the age of his proof

    std::optional<std::string_view> view(Relation relation, std::string_view state = {}) const
    {
        const auto seen = policy.view(actor, relation, state);
        const auto* row = seen || stale == nullptr ? nullptr : policy.row(actor, relation, state);
        if (row != nullptr && row->is_stale(actor)) {
            *stale = true; // the API then asks for a proof, whatever is answered
        }
        return seen;
    }
    // The object is there and he has no view of it: the record is told (http::Told). He is answered
    // as for one that is not there.
    void hide(std::string_view id) const
    {
        if (hidden != nullptr) {
            *hidden = id;
        }
    }
};

} // namespace xieshang::base
