// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_choice_actions.h"

#include "features/people/membership_store.h"
#include "features/people/organisation_code.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/register_event_actions.h"
#include "features/people/roster_register_actions.h"

#include <algorithm>

namespace xieshang::people {
namespace {

// What is no step: the state stays.
base::Result<RosterImport> changed(services::Services& services, db::Tx& tx,
    const base::Actor& actor, RosterImport import, const std::string& verb)
{
    const auto version_before = import.version++;
    import.updated_at = services.clock.now();
    CHECK(update_roster_import(tx, import, version_before));
    tell(services, tx, actor, "roster_import", verb, import);
    return import;
}

// The rows as they are now have been seen.
RosterPreview look_at_rows(services::Services& services, db::Tx& tx, const RosterDraft& draft)
{
    auto preview = compared_now(services, tx, draft);
    preview.is_chosen = true;
    set_rows_seen(tx, draft.import.id, fingerprints_of(preview.outcomes));
    return preview;
}

base::Result<void> acceptable(const std::vector<NewRosterPlace>& places)
{
    base::Error wrong{base::Trouble::refused, "roster.places_invalid", {}, {}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& field = places[i].field;
        if (field != RosterField::sector && field != RosterField::group) {
            wrong.fields.push_back(
                {"/places/" + std::to_string(i) + "/field", "roster.not_a_place", {}});
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

// As a field of the request, so that the screen shows it beside the name.
base::Result<Organisation> told_of_place(base::Result<Organisation> made, std::size_t number)
{
    if (!made) {
        for (auto& field : made.error().fields) {
            field.pointer = "/places/" + std::to_string(number) + "/name";
        }
    }
    return made;
}

class PlacePen {
public:
    PlacePen(services::Services& services, db::Tx& tx, const base::Actor& actor)
        : services_(services),
          tx_(tx),
          actor_(actor),
          all_(all_organisations(tx)),
          stands_from_(place_stands_from(all_terms(tx), day_of(services.clock.now())))
    {
    }

    // The one that is called so already, else a new one.
    base::Result<Organisation> write(const NewRosterPlace& place, const std::string& reason)
    {
        const auto kind = kind_of_place(place.field);
        const auto same = std::find_if(all_.begin(), all_.end(), [&](const Organisation& one) {
            return one.words.kind == kind && one.words.name == place.name;
        });
        if (same != all_.end()) {
            return *same;
        }
        const Organisation made{base::new_id<OrganisationId>(services_.clock, services_.random),
            {kind, place.name, place.name, code_proposed(place.name, kind, all_), committee(),
                {stands_from_, {}}},
            false, 1, services_.clock.now()};
        CHECK(people::acceptable(made.words));
        CHECK(insert_organisation(tx_, made));
        tell(services_, tx_, actor_, "organisation", "add", made, reason);
        all_.push_back(made);
        return made;
    }

private:
    // The one body above all sectors and groups, if there is just one.
    std::optional<OrganisationId> committee() const
    {
        std::optional<OrganisationId> found;
        for (const auto& one : all_) {
            if (one.words.kind != OrganisationKind::committee) {
                continue;
            }
            if (found) {
                return std::nullopt;
            }
            found = one.id;
        }
        return found;
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    std::vector<Organisation> all_;
    std::string stands_from_;
};

void mean(RosterOptions& options, const NewRosterPlace& place, const OrganisationId& id)
{
    for (const auto& words : place.words) {
        std::erase_if(options.places,
            [&](const PlaceChoice& one) { return one.field == place.field && one.words == words; });
        options.places.push_back({place.field, words, id});
    }
}

} // namespace

base::Result<void> is_current(const RosterImport& import, std::int64_t version_seen)
{
    return import.version == version_seen ? base::Result<void>()
                                          : base::trouble(base::Trouble::stale, "roster.stale");
}

RosterPreview compared_now(services::Services& services, db::Tx& tx, const RosterDraft& draft)
{
    auto known = register_now(services, tx);
    RosterPreview preview;
    preview.outcomes = compared(
        roster_rows(draft.table, draft.options, known.organisations), draft.options, known);
    preview.moved.resize(preview.outcomes.size());
    preview.counts = counts_of(preview.outcomes, preview.moved);
    preview.organisations = std::move(known.organisations);
    preview.terms = std::move(known.terms);
    return preview;
}

base::Result<RosterChosen> choose_roster_options(services::Services& services,
    const base::Actor& actor, const RosterDraft& draft, std::int64_t version_seen)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterChosen> {
        CHECK(policies::may_keep_register(actor));
        auto import = TRY(find_roster_import(tx, draft.import.id));
        CHECK(may_go_on(import));
        CHECK(is_current(import, version_seen));
        CHECK(acceptable(draft.options, draft.table));
        auto preview = look_at_rows(services, tx, draft);
        set_heads(tx, import.id, head_sha256(draft.table, draft.options.head_row));
        set_columns_from(tx, import.id, draft.columns_from);
        import.options = json::write(draft.options);
        return RosterChosen{
            TRY(changed(services, tx, actor, std::move(import), "choose")), std::move(preview)};
    });
}

base::Result<RosterChosen> add_roster_places(services::Services& services, const base::Actor& actor,
    const RosterDraft& draft, const RosterPlacesAsked& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterChosen> {
        CHECK(policies::may_keep_register(actor));
        auto import = TRY(find_roster_import(tx, draft.import.id));
        CHECK(may_go_on(import));
        CHECK(is_current(import, asked.version_seen));
        CHECK(is_current(draft.import, asked.version_seen));
        CHECK(acceptable(draft.options, draft.table));
        CHECK(acceptable(asked.places));
        auto chosen = draft;
        PlacePen pen(services, tx, actor);
        for (std::size_t i = 0; i < asked.places.size(); ++i) {
            const auto& place = asked.places[i];
            const auto made = TRY(told_of_place(pen.write(place, asked.reason), i));
            mean(chosen.options, place, made.id);
        }
        auto preview = look_at_rows(services, tx, chosen);
        import.options = json::write(chosen.options);
        return RosterChosen{
            TRY(changed(services, tx, actor, std::move(import), "choose")), std::move(preview)};
    });
}

} // namespace xieshang::people
