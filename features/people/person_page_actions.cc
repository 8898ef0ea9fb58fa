// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/person_page_actions.h"

#include "features/members/rename_actions.h"
#include "features/people/body_name_actions.h"
#include "features/people/contact_actions.h"
#include "features/people/membership_days.h"
#include "features/people/membership_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/standing_relation_actions.h"
#include "features/people/step_place_actions.h"

#include <algorithm>

namespace xieshang::people {
namespace {

struct Looking { // one person's look at another
    services::Services& services;
    db::Tx& tx;
    const base::Actor& actor;
    std::string_view view;

    bool sees_person() const { return view != "public" && view != "names"; }
};

// A step that is not for any of one's roles is not mentioned: it tells him nothing that he can use.
std::vector<MembershipOffer> offered(const Looking& at, MembershipState state)
{
    std::vector<MembershipOffer> open;
    for (auto& offer : offers(state, at.actor.roles)) {
        if (offer.refusal != "workflow.wrong_role") {
            open.push_back({offer.action,
                offer.refusal.empty() ? std::nullopt : std::optional(std::move(offer.refusal))});
        }
    }
    return open;
}

// Both within the term: who was confirmed before it began is a member from its first day on.
void add_days(const Looking& at, const Term& term, MembershipView& view)
{
    for (const auto& step : steps_of(at.tx, view.id)) {
        const auto day = std::max(step.from_day, term.period.from);
        if (step.to_state == MembershipState::active && step.action != MembershipAction::move
            && !view.from) {
            view.from = day;
        }
        if (step.action != MembershipAction::move) {
            view.since = step.to_state == MembershipState::invited ? step.from_day : day;
        }
    }
}

base::Result<MembershipView> view_of(const Looking& at, const Membership& membership)
{
    const auto term = TRY(find_term(at.tx, membership.term_id));
    const auto today = day_of(at.services.clock.now());
    MembershipView view{membership.id, membership.term_id, term.number, membership.person_id,
        TRY(body_name(at.tx, membership.sector_id)), {}, reads_as(membership.state, term, today),
        {}, {}, membership.version, {}};
    add_days(at, term, view);
    if (membership.group_id) {
        view.group = TRY(body_name(at.tx, *membership.group_id));
    }
    if (at.sees_person()) {
        view.actions = still_open(term, today) ? offered(at, membership.state)
                                               : std::vector<MembershipOffer>{};
    }
    return view;
}

base::Result<PersonTenure> view_of(const Looking& at, const Tenure& tenure)
{
    auto post = TRY(find_post(at.tx, tenure.post_id));
    return PersonTenure{tenure.id, tenure.post_id, std::move(post.title),
        TRY(body_name(at.tx, post.organisation_id)), tenure.period.from, tenure.period.until,
        tenure.version};
}

// Posts and memberships, with the state of today.
base::Result<void> add_bodies(const Looking& at, const PersonId& id, RegisteredPersonView& view)
{
    std::vector<PersonTenure> tenures;
    for (const auto& tenure : tenures_of_person(at.tx, id)) {
        tenures.push_back(TRY(view_of(at, tenure)));
    }
    view.tenures = std::move(tenures);
    const auto kept = memberships_of(at.tx, id);
    std::vector<MembershipView> memberships;
    for (const auto& membership : kept) {
        memberships.push_back(TRY(view_of(at, membership)));
    }
    view.memberships = std::move(memberships);
    view.state = standing_on(kept, all_terms(at.tx), day_of(at.services.clock.now()));
    return {};
}

void add_words(RegisteredPerson&& person, RegisteredPersonView& view)
{
    auto& words = person.words;
    view.former_names = std::move(words.former_names);
    view.sex = words.sex;
    view.birth_month = std::move(words.birth_month);
    view.ethnic_group = std::move(words.ethnic_group);
    view.party = std::move(words.party);
    view.education = std::move(words.education);
    view.unit = std::move(words.unit);
    view.job = std::move(words.job);
}

// Of whom or of whose membership; `object` is the id of what is there.
struct Wanted {
    const PersonId& id;
    std::string code; // where it is absent
    std::optional<std::string> object;
};

base::Result<std::string_view> view_or_absent(
    services::Services& services, db::Tx& tx, const base::Asker& asker, Wanted wanted)
{
    const auto day = day_of(services.clock.now());
    const auto view = asker.view(relation_on(tx, asker.actor, wanted.id, day));
    if (!view) {
        if (wanted.object) {
            asker.hide(*wanted.object);
        }
        return base::trouble(base::Trouble::not_found, std::move(wanted.code));
    }
    return *view;
}

} // namespace

base::Result<RegisteredPersonView> person_page(
    services::Services& services, const base::Asker& asker, const PersonId& id)
{
    using Page = base::Result<RegisteredPersonView>;
    return services.db.read([&](db::Tx& tx) -> Page {
        const auto object =
            name_of_registered(tx, id) ? std::optional(id.text) : std::optional<std::string>();
        const auto seen =
            TRY(view_or_absent(services, tx, asker, {id, "people.not_found", object}));
        const Looking at{services, tx, asker.actor, seen};
        auto person = TRY(find_registered_person(tx, id));
        RegisteredPersonView view{.id = id, .name = person.words.name, .invented = person.invented};
        view.version = person.version;
        view.can_edit = policies::may_keep_register(asker.actor).has_value();
        const auto relation = relation_on(tx, asker.actor, id, day_of(services.clock.now()));
        view.can_see_history = policies::see_history.view(asker.actor, relation).has_value();
        view.has_namesake = persons_named(tx, person.words.name).size() > 1;
        if (seen != "public" && seen != "register") {
            view.login = members::login_of(tx, id);
        }
        if (seen != "names") {
            CHECK(add_bodies(at, id, view));
        }
        if (at.sees_person()) {
            add_words(std::move(person), view);
        }
        if (seen == "all" || seen == "own") {
            view.contacts = contact_offers(tx, asker.actor, id);
        }
        return view;
    });
}

base::Result<MembershipView> membership_page(
    services::Services& services, const base::Asker& asker, const MembershipId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<MembershipView> {
        const auto membership = TRY(find_membership(tx, id));
        const auto seen = TRY(view_or_absent(
            services, tx, asker, {membership.person_id, "membership.not_found", id.text}));
        return view_of(Looking{services, tx, asker.actor, seen}, membership);
    });
}

base::Result<MembershipHistory> membership_history(
    services::Services& services, const base::Asker& asker, const MembershipId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<MembershipHistory> {
        const auto membership = TRY(find_membership(tx, id));
        TRY(view_or_absent(
            services, tx, asker, {membership.person_id, "membership.not_found", id.text}));
        return MembershipHistory{steps_shown(tx, id)};
    });
}

} // namespace xieshang::people
