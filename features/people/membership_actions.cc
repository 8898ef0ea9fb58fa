// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_actions.h"

#include "features/people/membership_days.h"
#include "features/people/membership_step_actions.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::people {
namespace {

// Loads the two places of a membership and asks whether they stand.
base::Result<void> check_places(
    const std::vector<Organisation>& all, const Membership& membership, const Period& days)
{
    const auto at = [&](const OrganisationId& id) {
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const Organisation& one) { return one.id == id; });
        return found == all.end() ? nullptr : &*found;
    };
    return fits_places(membership,
        {at(membership.sector_id), membership.group_id ? at(*membership.group_id) : nullptr}, days);
}

Membership invited_member(services::Services& services, const TermId& term, const Named& named)
{
    return {base::new_id<MembershipId>(services.clock, services.random), term, named.person_id,
        named.sector_id, named.group_id, MembershipState::invited, 1, services.clock.now()};
}

base::Result<void> all_fit(db::Tx& tx, const ReElection& change)
{
    base::Error unfit{base::Trouble::refused, "re_election.unfit", {}, {}};
    const auto organisations = all_organisations(tx);
    for (std::size_t i = 0; i < change.memberships.size(); ++i) {
        const auto& membership = change.memberships[i];
        const auto row = "/named/" + std::to_string(i);
        if (!find_registered_person(tx, membership.person_id)) {
            unfit.fields.push_back({row + "/person_id", "membership.not_a_person", {}});
        }
        const auto fits = check_places(organisations, membership, change.next.period);
        for (const auto& field : fits ? std::vector<base::FieldTrouble>{} : fits.error().fields) {
            unfit.fields.push_back({row + field.pointer, field.code, field.params});
        }
    }
    if (!unfit.fields.empty()) {
        return tl::unexpected(std::move(unfit));
    }
    return {};
}

struct Carried { // into the next term
    const Named& named;
    std::string day;
};

base::Result<void> carry_over(services::Services& services, db::Tx& tx, const base::Actor& actor,
    Membership& membership, const Carried& carried)
{
    const auto& named = carried.named;
    const StepSaid said{{}, carried.day};
    membership = invited_member(services, membership.term_id, named);
    const auto invited =
        TRY(take(MembershipState::none, MembershipAction::invite, actor.roles, {}));
    insert_membership(tx, membership);
    keep_step(services, tx, actor, membership, invited, said);
    if (named.confirmed) {
        const auto confirmed = TRY(take(invited.to, MembershipAction::confirm, actor.roles, {}));
        membership.state = confirmed.to;
        membership.version = 2;
        CHECK(update_membership(tx, membership, 1));
        keep_step(services, tx, actor, membership, confirmed, said);
    }
    return {};
}

base::Result<std::vector<Tenure>> end_with_term(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Term& closed)
{
    std::vector<Tenure> ended;
    for (const auto& bound : tenures_bound_to_term(tx, *closed.period.until)) {
        auto tenure = TRY(find_tenure(tx, bound.id));
        tenure.period.until = closed.period.until;
        const auto version_before = tenure.version++;
        tenure.updated_at = closed.updated_at;
        CHECK(update_tenure(tx, tenure, version_before));
        tell(services, tx, actor, "tenure", "end", tenure);
        ended.push_back(std::move(tenure));
    }
    return ended;
}

// Where the step says it, the membership goes to another sector and group.
base::Result<void> place(
    db::Tx& tx, Membership& membership, const AskedMembershipStep& asked, const Period& days)
{
    if (asked.action == MembershipAction::move) {
        const auto sector = asked.sector_id.value_or(membership.sector_id);
        if (sector == membership.sector_id && asked.group_id == membership.group_id) {
            return base::refuse("membership.not_moved");
        }
        membership.sector_id = sector;
        membership.group_id = asked.group_id;
    }
    if (asked.action == MembershipAction::move || asked.action == MembershipAction::invite) {
        CHECK(check_places(all_organisations(tx), membership, days));
    }
    return {};
}

// The day from which a step of a membership in that term holds.
base::Result<std::string> open_day(services::Services& services, db::Tx& tx, const Term& term,
    const MembershipId* membership, std::optional<std::string> asked)
{
    const auto today = day_of(services.clock.now());
    CHECK(still_open(term, today));
    return day_of_step(term,
        {std::move(asked), membership == nullptr ? std::string() : last_step_day(tx, *membership),
            today});
}

} // namespace

base::Result<Term> add_term(
    services::Services& services, const base::Actor& actor, const NewTerm& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Term> {
        CHECK(policies::may_keep_register(actor));
        const Term term{base::new_id<TermId>(services.clock, services.random), asked.number,
            asked.period, 1, services.clock.now()};
        CHECK(fits_among(term, all_terms(tx)));
        insert_term(tx, term);
        tell(services, tx, actor, "term", "add", term);
        return term;
    });
}

base::Result<ReElection> re_elect(services::Services& services, const base::Actor& actor,
    const NewTerm& asked, const std::vector<Named>& named)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<ReElection> {
        CHECK(policies::may_keep_register(actor));
        const auto now = services.clock.now();
        auto change = TRY(re_election(all_terms(tx),
            {base::new_id<TermId>(services.clock, services.random), asked.number, asked.period, 1,
                now},
            named));
        CHECK(all_fit(tx, change));
        const auto version_before = change.closed.version++;
        change.closed.updated_at = now;
        CHECK(update_term(tx, change.closed, version_before));
        tell(services, tx, actor, "term", "close", change.closed);
        change.ended = TRY(end_with_term(services, tx, actor, change.closed));
        insert_term(tx, change.next);
        tell(services, tx, actor, "term", "add", change.next);
        const auto day = std::min(day_of(now), change.next.period.from);
        for (std::size_t i = 0; i < named.size(); ++i) {
            CHECK(carry_over(services, tx, actor, change.memberships[i], {named[i], day}));
        }
        return change;
    });
}

base::Result<Membership> invite_member(
    services::Services& services, const base::Actor& actor, const Invitation& invitation)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Membership> {
        CHECK(policies::may_keep_register(actor));
        const auto term = TRY(find_term(tx, invitation.term_id));
        TRY(find_registered_person(tx, invitation.named.person_id));
        auto membership = invited_member(services, term.id, invitation.named);
        const auto of_person = memberships_of(tx, membership.person_id);
        const auto kept = std::find_if(of_person.begin(), of_person.end(),
            [&](const Membership& one) { return one.term_id == term.id; });
        const bool is_new = kept == of_person.end();
        const auto from = is_new ? MembershipState::none : kept->state;
        const auto step = TRY(take(from, MembershipAction::invite, actor.roles,
            {.has_reason = is_said(invitation.reason)}));
        const auto day =
            TRY(open_day(services, tx, term, is_new ? nullptr : &kept->id, invitation.day));
        CHECK(check_places(all_organisations(tx), membership, days_of_place(term, day)));
        if (is_new) {
            insert_membership(tx, membership);
        } else {
            membership.id = kept->id;
            membership.version = kept->version + 1;
            CHECK(update_membership(tx, membership, kept->version));
        }
        keep_step(services, tx, actor, membership, step, {invitation.reason, day});
        return membership;
    });
}

base::Result<Membership> take_membership_step(
    services::Services& services, const base::Actor& actor, const AskedMembershipStep& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Membership> {
        CHECK(policies::may_keep_register(actor));
        auto membership = TRY(find_membership(tx, asked.id));
        const auto term = TRY(find_term(tx, membership.term_id));
        CHECK(still_open(term, day_of(services.clock.now())));
        const auto step = TRY(take(
            membership.state, asked.action, actor.roles, {.has_reason = is_said(asked.reason)}));
        const auto day = TRY(open_day(services, tx, term, &membership.id, asked.day));
        CHECK(place(tx, membership, asked, days_of_place(term, day)));
        membership.state = step.to;
        membership.version = asked.version_seen + 1;
        membership.updated_at = services.clock.now();
        CHECK(update_membership(tx, membership, asked.version_seen));
        keep_step(services, tx, actor, membership, step, {asked.reason, day});
        return membership;
    });
}

Standing standing_of(db::Tx& tx, const PersonId& person, std::string_view today)
{
    const auto terms = all_terms(tx);
    const auto memberships = memberships_of(tx, person);
    Standing standing{standing_on(memberships, terms, today), bodies_on(tx, person, today)};
    if (standing.membership == MembershipState::active) {
        const auto* running = term_on(terms, today);
        for (const auto& membership : memberships) {
            if (membership.term_id == running->id) {
                standing.bodies.push_back(membership.sector_id.text);
                standing.bodies.push_back(membership.group_id.value_or(membership.sector_id).text);
            }
        }
    }
    std::sort(standing.bodies.begin(), standing.bodies.end());
    standing.bodies.erase(
        std::unique(standing.bodies.begin(), standing.bodies.end()), standing.bodies.end());
    return standing;
}

std::vector<PersonId> acting_for(db::Tx& tx, const OrganisationId& body, std::string_view today)
{
    auto found = holders_on(tx, body, today);
    const auto terms = all_terms(tx);
    if (const auto* running = term_on(terms, today)) {
        for (const auto& one : memberships_in(tx, running->id)) {
            if (one.state == MembershipState::active
                && (one.sector_id == body || one.group_id == body)) {
                found.push_back(one.person_id);
            }
        }
    }
    const auto order = [](const PersonId& a, const PersonId& b) { return a.text < b.text; };
    std::sort(found.begin(), found.end(), order);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace xieshang::people
