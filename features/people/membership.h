// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Membership 委员资格 of a person in one term, in a sector 界别 and a group of a sub-district.
// Pure. A membership is never carried from one term into the next: each term has rows of its own,
// so that it reads the same for ever.
#pragma once

#include "features/people/post.h"
#include "features/people/term.h"
#include "platform/base/actor.h"

// Described here: platform/base knows no library.
namespace xieshang::base {
BOOST_DESCRIBE_ENUM(Membership, none, active, invited, suspended, former)
} // namespace xieshang::base

namespace xieshang::people {

using MembershipId = base::Id<struct MembershipTag>;
using MembershipState =
    base::Membership; // `using enum` takes base::Membership: Clang 14 refuses the alias

enum class MembershipAction : std::uint8_t {
    invite,    // 提名邀请
    confirm,   // 确认
    suspend,   // 停职
    reinstate, // 恢复
    leave,     // 辞去、撤销、免去: the reason says which
    move,      // 调整界别、小组: the state stays
};
BOOST_DESCRIBE_ENUM(MembershipAction, invite, confirm, suspend, reinstate, leave, move)

struct Membership {
    MembershipId id;
    TermId term_id;
    PersonId person_id;
    OrganisationId sector_id;
    std::optional<OrganisationId> group_id{}; // the sub-district
    MembershipState state{};
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(
    Membership, (), (id, term_id, person_id, sector_id, group_id, state, version, updated_at))

// How a membership reads beside its term.
enum class TermStanding : std::uint8_t {
    none,
    active, // 在任
    invited,
    suspended,
    former,  // 离任 within the term
    served,  // 任满: was active until the term was over
    elected, // 待就任: confirmed for a term that has not begun
};
BOOST_DESCRIBE_ENUM(TermStanding, none, active, invited, suspended, former, served, elected)

TermStanding reads_as(MembershipState state, const Term& term, std::string_view day);

// The state that reads so on that day; nothing, where none can.
std::optional<MembershipState> state_reading(
    TermStanding standing, const Term& term, std::string_view day);

// A person's standing outside of any one term: as today's state says.
TermStanding reads_as(MembershipState state);

// Refuses with membership.invalid (422): /sector_id that is no sector (membership.not_a_sector),
// /group_id that is no sub-district (membership.not_a_group), each also when it does not stand on
// the first of the days; membership.place_ends {until} where it does not stand until the last.
// Null: there is no such organisation.
struct Places {
    const Organisation* sector = nullptr;
    const Organisation* group = nullptr;
};
base::Result<void> fits_places(
    const Membership& membership, const Places& places, const Period& days);

// From that day of a step until the term ends.
Period days_of_place(const Term& term, std::string_view step_day);

// Of the members of all terms: how many are placed in an organisation, or were once.
struct Placed {
    std::int64_t as_sector{};
    std::int64_t as_group{};
};
BOOST_DESCRIBE_STRUCT(Placed, (), (as_sector, as_group))

// Whether an organisation in which they are placed may be of this kind: what was a sector for some
// stays one, also for the past. Posts are of every kind. Refuses with organisation.kind_in_use
// (409, /kind) with how many.
base::Result<void> may_be(OrganisationKind kind, const Placed& placed);

// How a person stands on that day: as the membership in the term that runs then says; of an earlier
// term only, or of a term that is over: former; else none. The one rule for what a list, a page, an
// export and the policies (T-31) say of him; directory_store.cc says the same in SQL.
MembershipState standing_on(
    const std::vector<Membership>& of_person, const std::vector<Term>& terms, std::string_view day);

// Whether he was a member in earlier terms, and has no membership of the one that runs.
bool is_of_other_term(
    const std::vector<Membership>& of_person, const std::vector<Term>& terms, std::string_view day);

} // namespace xieshang::people
