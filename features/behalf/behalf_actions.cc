// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_actions.h"

#include "features/behalf/behalf_event_actions.h"
#include "features/members/account_store.h"
#include "features/people/membership_actions.h"
#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::behalf {
namespace {

BehalfAct new_act(services::Services& services, const base::Actor& actor, const Deed& deed)
{
    const auto now = services.clock.now();
    BehalfAct act{.id = base::new_id<ActId>(services.clock, services.random),
        .by_id = actor.id,
        .by_name = actor.name,
        .deed = deed.deed,
        .object_kind = deed.object_kind,
        .object_id = deed.object_id,
        .object_version = deed.object_version,
        .about = deed.about,
        .version = 1,
        .acted_at = now,
        .updated_at = now};
    for (const auto& field : deed.fields) {
        act.fields += (act.fields.empty() ? "" : ",") + field;
    }
    return act;
}

void keep(services::Services& services, db::Tx& tx, const base::Actor& actor, const BehalfAct& act,
    const std::vector<PersonId>& told)
{
    insert_act(tx, act, told);
    keep_step(services, tx, actor, act,
        {BehalfState::told, BehalfState::told, BehalfAction::record}, {}, told);
}

// Who holds a post of it today and can sign in.
std::vector<PersonId> people_of(
    db::Tx& tx, const OrganisationId& organisation, std::string_view day)
{
    std::vector<PersonId> found;
    for (const auto& post : people::posts_of(tx, organisation)) {
        for (const auto& tenure : people::tenures_of_post(tx, post.id)) {
            const auto account = members::person_of(tx, tenure.person_id);
            if (people::is_within(tenure.period, day) && account
                && account->state == members::PersonState::active) {
                found.push_back(tenure.person_id);
            }
        }
    }
    const auto order = [](const PersonId& a, const PersonId& b) { return a.text < b.text; };
    std::sort(found.begin(), found.end(), order);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// Who takes the body's steps today.
std::vector<PersonId> acting_for(services::Services& services, db::Tx& tx, members::Role body)
{
    const auto today = people::day_of(services.clock.now());
    auto holders = members::active_with(tx, members::bit(body));
    std::erase_if(holders, [&](const PersonId& id) {
        return members::is_dormant(body, people::standing_of(tx, id, today).membership);
    });
    return holders;
}

bool is_clerks_scan(db::Tx& tx, const base::Actor& actor, const std::optional<ScanId>& id)
{
    if (!id) {
        return false;
    }
    const auto scan = find_scan(tx, *id);
    return scan && scan->uploaded_by == actor.id;
}

} // namespace

void record_for_person(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const PersonId& person, const Deed& deed)
{
    if (!is_on_behalf(actor.id, person.text)) {
        return;
    }
    ManyActs one(services);
    record::ManyEvents events(services.random);
    one.record(
        tx, actor, person, people::name_of_registered(tx, person).value_or(""), deed, events);
    one.write(tx);
    events.write(tx);
}

void ManyActs::record(db::Tx& tx, const base::Actor& actor, const PersonId& person,
    std::string name, const Deed& deed, record::ManyEvents& events)
{
    if (!is_on_behalf(actor.id, person.text)) {
        return;
    }
    const BehalfStep step{BehalfState::told, BehalfState::told, BehalfAction::record};
    auto act = new_act(services_, actor, deed);
    act.person_id = person;
    act.for_name = std::move(name);
    events.append(tx, actor, act.updated_at, event_of_step(act, step, {}, {person}));
    auto kept = kept_step(actor, act, step, {});
    acts_.push_back({std::move(act), person, std::move(kept)});
}

void ManyActs::write(db::Tx& tx)
{
    insert_acts(tx, acts_);
    acts_.clear();
}

bool acts_itself(services::Services& services, db::Tx& tx, members::Role body)
{
    return !acting_for(services, tx, body).empty();
}

bool acts_himself(
    services::Services& services, db::Tx& tx, members::Role body, const PersonId& person)
{
    const auto acting = acting_for(services, tx, body);
    return std::find(acting.begin(), acting.end(), person) != acting.end();
}

base::Result<void> record_for_body(services::Services& services, db::Tx& tx,
    const base::Actor& actor, members::Role body, const BehalfPaper& paper, const Deed& deed)
{
    BodyFacts facts{.acts_itself = deed.one_of_it
            ? acts_himself(services, tx, body, *deed.one_of_it)
            : acts_itself(services, tx, body),
        .has_scan = is_clerks_scan(tx, actor, paper.scan_id),
        .paper_day = paper.paper_day.value_or(""),
        .today = people::day_of(services.clock.now())};
    auto act = new_act(services, actor, deed);
    if (paper.organisation_id) {
        const auto organisation = people::find_organisation(tx, *paper.organisation_id);
        facts.names_organisation = true;
        facts.organisation_fits = organisation && kind_of_body(body) == organisation->words.kind
            && people::is_within(organisation->words.valid, facts.paper_day);
        act.for_name = organisation ? organisation->words.name : std::string();
    }
    CHECK(may_record_for_body(facts));
    act.body = boost::describe::enum_to_string(body, "");
    act.organisation_id = paper.organisation_id;
    act.scan_id = paper.scan_id;
    act.paper_day = paper.paper_day;
    keep(services, tx, actor, act,
        act.organisation_id ? people_of(tx, *act.organisation_id, facts.today)
                            : std::vector<PersonId>());
    return {};
}

base::Result<ScanToKeep> keep_scan_file(
    services::Services& services, std::string_view bytes, std::string file_name)
{
    auto media_type = TRY(media_type_of(bytes));
    return ScanToKeep{std::move(file_name), static_cast<std::int64_t>(bytes.size()),
        services.files.keep(bytes), std::move(media_type)};
}

base::Result<BehalfScan> keep_scan(
    services::Services& services, const base::Actor& actor, const ScanToKeep& file)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<BehalfScan> {
        const auto now = services.clock.now();
        const BehalfScan scan{base::new_id<ScanId>(services.clock, services.random), file.sha256,
            file.file_name, file.size, file.media_type, now, actor.id, actor.name, 1};
        insert_scan(tx, scan);
        record::append(tx, actor, now, services.random,
            {"behalf_scan.keep", "behalf_scan", scan.id.text, scan.version, json::write(scan)});
        return scan;
    });
}

} // namespace xieshang::behalf
