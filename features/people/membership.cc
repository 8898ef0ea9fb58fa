// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership.h"

#include <algorithm>

namespace xieshang::people {
namespace {

// What is wrong with a place of that kind for these days, at that field; nothing, if it fits.
void check_place(std::vector<base::FieldTrouble>& wrong, std::string pointer,
    const Organisation* place, OrganisationKind kind, const Period& days)
{
    if (place == nullptr || place->words.kind != kind
        || !is_within(place->words.valid, days.from)) {
        wrong.push_back({std::move(pointer),
            kind == OrganisationKind::sector ? "membership.not_a_sector" : "membership.not_a_group",
            {}});
        return;
    }
    const auto& until = place->words.valid.until;
    if (until && (!days.until || *days.until > *until)) {
        wrong.push_back({std::move(pointer), "membership.place_ends", {{"until", *until}}});
    }
}

bool has_begun(const std::vector<Term>& terms, const TermId& id, std::string_view day)
{
    return std::any_of(terms.begin(), terms.end(),
        [&](const Term& term) { return term.id == id && term.period.from <= day; });
}

} // namespace

TermStanding reads_as(MembershipState state)
{
    switch (state) {
    case MembershipState::active:
        return TermStanding::active;
    case MembershipState::invited:
        return TermStanding::invited;
    case MembershipState::suspended:
        return TermStanding::suspended;
    case MembershipState::former:
        return TermStanding::former;
    default:
        return TermStanding::none;
    }
}

TermStanding reads_as(MembershipState state, const Term& term, std::string_view day)
{
    if (state == MembershipState::active && !is_within(term.period, day)) {
        return is_over(term, day) ? TermStanding::served : TermStanding::elected;
    }
    return reads_as(state);
}

std::optional<MembershipState> state_reading(
    TermStanding standing, const Term& term, std::string_view day)
{
    for (const auto state : {MembershipState::none, MembershipState::active,
             MembershipState::invited, MembershipState::suspended, MembershipState::former}) {
        if (reads_as(state, term, day) == standing) {
            return state;
        }
    }
    return std::nullopt;
}

base::Result<void> fits_places(
    const Membership& membership, const Places& places, const Period& days)
{
    base::Error wrong{base::Trouble::refused, "membership.invalid", {}, {}};
    check_place(wrong.fields, "/sector_id", places.sector, OrganisationKind::sector, days);
    if (membership.group_id) {
        check_place(wrong.fields, "/group_id", places.group, OrganisationKind::sub_district, days);
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

Period days_of_place(const Term& term, std::string_view step_day)
{
    return {std::max(std::string(step_day), term.period.from), term.period.until};
}

base::Result<void> may_be(OrganisationKind kind, const Placed& placed)
{
    const auto unplaced = (kind == OrganisationKind::sector ? 0 : placed.as_sector)
        + (kind == OrganisationKind::sub_district ? 0 : placed.as_group);
    if (unplaced > 0) {
        const base::Params many{{"count", std::to_string(unplaced)}};
        return tl::unexpected(base::Error{base::Trouble::conflict, "organisation.kind_in_use", many,
            {{"/kind", "organisation.kind_in_use", many}}});
    }
    return {};
}

MembershipState standing_on(
    const std::vector<Membership>& of_person, const std::vector<Term>& terms, std::string_view day)
{
    const auto* running = term_on(terms, day);
    auto standing = MembershipState::none;
    for (const auto& membership : of_person) {
        if (running != nullptr && membership.term_id == running->id) {
            return membership.state;
        }
        const bool was_member = membership.state != MembershipState::invited
            && membership.state != MembershipState::none;
        if (was_member && has_begun(terms, membership.term_id, day)) {
            standing = MembershipState::former;
        }
    }
    return standing;
}

bool is_of_other_term(
    const std::vector<Membership>& of_person, const std::vector<Term>& terms, std::string_view day)
{
    const auto* running = term_on(terms, day);
    return standing_on(of_person, terms, day) == MembershipState::former
        && std::none_of(of_person.begin(), of_person.end(), [&](const Membership& membership) {
               return running != nullptr && membership.term_id == running->id;
           });
}

} // namespace xieshang::people
