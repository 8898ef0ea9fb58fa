// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/register_actions.h"
#include "features/people/register_event_actions.h"
#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::people {
namespace {

// What stands below it is asked for its last day alone: it may be older than what it came under.
base::Result<void> covers_its_uses(db::Tx& tx, const Organisation& organisation)
{
    const auto& valid = organisation.words.valid;
    auto uses = uses_by_tenures(tx, organisation.id);
    for (auto& use : uses_by_members(tx, organisation.id)) {
        uses.push_back(std::move(use));
    }
    for (const auto& other : all_organisations(tx)) {
        const auto& words = other.words;
        if (words.parent_id == organisation.id) {
            uses.push_back(
                {words.name, {std::max(words.valid.from, valid.from), words.valid.until}});
        }
    }
    return covers(valid, uses);
}

base::Result<void> closed(base::Result<void> may)
{
    if (!may) {
        auto& fields = may.error().fields;
        std::erase_if(fields, [](const auto& field) { return field.pointer == "/valid/from"; });
        for (auto& field : fields) {
            field.pointer = "/last_day";
        }
    }
    return may;
}

base::Result<void> may_end(const Organisation& organisation, const Closing& asked)
{
    if (!is_said(asked.reason)) {
        return base::refuse("organisation.no_reason");
    }
    base::Error wrong{base::Trouble::refused, "organisation.invalid", {}, {}};
    if (!is_day(asked.last_day)) {
        wrong.fields.push_back({"/last_day", "period.not_a_day", {}});
    } else if (asked.last_day < organisation.words.valid.from) {
        wrong.fields.push_back({"/last_day", "period.ends_before_it_begins",
            {{"from", organisation.words.valid.from}}});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace

base::Result<Organisation> add_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationWords& words, bool invented)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Organisation> {
        CHECK(policies::may_keep_register(actor));
        const Organisation organisation{
            base::new_id<OrganisationId>(services.clock, services.random), words, invented, 1,
            services.clock.now()};
        CHECK(acceptable(words));
        CHECK(fits_tree(organisation, all_organisations(tx)));
        CHECK(insert_organisation(tx, organisation));
        tell(services, tx, actor, "organisation", "add", organisation);
        return organisation;
    });
}

base::Result<Organisation> edit_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationId& id, std::int64_t version_seen, const OrganisationChange& change)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Organisation> {
        CHECK(policies::may_keep_register(actor));
        auto organisation = TRY(find_organisation(tx, id));
        const auto valid_before = organisation.words.valid;
        organisation.words = changed(std::move(organisation.words), change);
        organisation.version = version_seen + 1;
        organisation.updated_at = services.clock.now();
        const auto& words = organisation.words;
        CHECK(acceptable(words));
        CHECK(may_be(words.kind, placed_in(tx, id)));
        CHECK(fits_tree(organisation, all_organisations(tx)));
        if (words.valid != valid_before) {
            CHECK(covers_its_uses(tx, organisation));
        }
        CHECK(update_organisation(tx, organisation, version_seen));
        tell(services, tx, actor, "organisation", "edit", organisation);
        return organisation;
    });
}

base::Result<Organisation> close_organisation(
    services::Services& services, const base::Actor& actor, const Closing& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Organisation> {
        CHECK(policies::may_keep_register(actor));
        auto organisation = TRY(find_organisation(tx, asked.id));
        CHECK(may_end(organisation, asked));
        organisation.words.valid.until = asked.last_day;
        CHECK(closed(covers_its_uses(tx, organisation)));
        organisation.version = asked.version_seen + 1;
        organisation.updated_at = services.clock.now();
        CHECK(update_organisation(tx, organisation, asked.version_seen));
        tell(services, tx, actor, "organisation", "close", organisation, asked.reason);
        return organisation;
    });
}

} // namespace xieshang::people
