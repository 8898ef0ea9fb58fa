// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/people_audit_actions.h"

#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::people {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

void add(Misfits& misfits, const std::string& kind, const std::string& id, std::string field)
{
    misfits.push_back({"check.row_differs", kind, id, {{"field", std::move(field)}}});
}

template <class Row>
Misfits audit_row(
    const Events& events, const std::string& kind, const std::string& id, const Row& row)
{
    if (!row) {
        return {{"check.no_row", kind, id}};
    }
    if (events.empty()) {
        return {{"check.no_event", kind, id}};
    }
    Misfits misfits;
    const auto content = json::Document::parse(events.back().content.value_or(""));
    if (content) { // else told already, where the record is inspected
        const auto kept = json::Document::parse(json::write(*row)).value();
        const auto* told = json::member_of(content->root(), "after");
        for (auto& field : told == nullptr ? std::vector<std::string>{"after"}
                                           : json::differing_members(*told, kept.root())) {
            add(misfits, kind, id, std::move(field));
        }
    }
    if (row->version != static_cast<std::int64_t>(events.size())) {
        add(misfits, kind, id, "events");
    }
    return misfits;
}

bool is_step_of(const KeptMembershipStep& step, const record::PastEvent& event)
{
    const std::string action = boost::describe::enum_to_string(step.action, "");
    const auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return true;
    }
    const auto* reason = json::member_of(content->root(), "reason");
    return event.action == "membership." + action && event.version == step.version
        && event.at == step.at_ms && event.actor_id == step.by_id && reason != nullptr
        && reason->text == step.reason;
}

// Each step follows the one before it and tells what its event tells.
bool are_steps_of(const std::vector<KeptMembershipStep>& steps, const Events& events)
{
    auto state = MembershipState::none;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i >= events.size() || steps[i].from_state != state
            || !is_step_of(steps[i], events[i])) {
            return false;
        }
        state = steps[i].to_state;
    }
    return steps.size() == events.size();
}

} // namespace

std::vector<std::string> registered_people_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "registered_person", registered_person_ids(tx));
}

Misfits audit_registered_person(db::Tx& tx, const std::string& id)
{
    return audit_row(record::events_about(tx, "registered_person", id), "registered_person", id,
        find_registered_person(tx, PersonId{id}).map(told_of));
}

std::vector<std::string> organisations_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "organisation", organisation_ids(tx));
}

Misfits audit_organisation(db::Tx& tx, const std::string& id)
{
    return audit_row(record::events_about(tx, "organisation", id), "organisation", id,
        find_organisation(tx, OrganisationId{id}));
}

std::vector<std::string> terms_to_audit(db::Tx& tx)
{
    std::vector<std::string> ids;
    for (const auto& term : all_terms(tx)) {
        ids.push_back(term.id.text);
    }
    return record::subjects(tx, "term", std::move(ids));
}

Misfits audit_term(db::Tx& tx, const std::string& id)
{
    return audit_row(record::events_about(tx, "term", id), "term", id, find_term(tx, TermId{id}));
}

std::vector<std::string> posts_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "post", post_ids(tx));
}

Misfits audit_post(db::Tx& tx, const std::string& id)
{
    return audit_row(record::events_about(tx, "post", id), "post", id, find_post(tx, PostId{id}));
}

std::vector<std::string> tenures_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "tenure", tenure_ids(tx));
}

Misfits audit_tenure(db::Tx& tx, const std::string& id)
{
    return audit_row(
        record::events_about(tx, "tenure", id), "tenure", id, find_tenure(tx, TenureId{id}));
}

std::vector<std::string> memberships_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "membership", membership_ids(tx));
}

std::vector<std::string> roster_imports_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "roster_import", roster_import_ids(tx));
}

Misfits audit_roster_import(db::Tx& tx, const std::string& id)
{
    return audit_row(record::events_about(tx, "roster_import", id), "roster_import", id,
        find_roster_import(tx, RosterImportId{id}));
}

Misfits audit_membership(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "membership", id);
    const auto membership = find_membership(tx, MembershipId{id});
    auto misfits = audit_row(events, "membership", id, membership);
    if (membership && !events.empty() && !are_steps_of(steps_of(tx, MembershipId{id}), events)) {
        add(misfits, "membership_step", id, "steps");
    }
    return misfits;
}

} // namespace xieshang::people
