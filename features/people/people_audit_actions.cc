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

#include <algorithm>

namespace xieshang::people {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

void add(Misfits& misfits, const std::string& kind, const std::string& id, std::string field)
{
    misfits.push_back({"check.row_differs", kind, id, {{"field", std::move(field)}}});
}

bool is_empty(const json::Node& node)
{
    return node.kind == json::Kind::null || (node.kind == json::Kind::string && node.text.empty())
        || (node.kind == json::Kind::boolean && !node.boolean)
        || (node.kind == json::Kind::array && node.size == 0);
}

bool has_members_of(const json::Node& object, const json::Node& other)
{
    for (const auto& member : other) {
        if (json::member_of(object, member.key) == nullptr) {
            return false;
        }
    }
    return true;
}

// A field that came with a later migration is told by no event of before: then it is empty.
std::vector<std::string> differing(const json::Node& told, const json::Node& kept)
{
    auto fields = json::differing_members(told, kept);
    std::erase_if(fields, [&](const std::string& field) {
        const auto* before = json::member_of(told, field);
        const auto* now = json::member_of(kept, field);
        return before == nullptr
            ? is_empty(*now)
            : before->kind == json::Kind::object && now->kind == json::Kind::object
                && has_members_of(*now, *before) && differing(*before, *now).empty();
    });
    return fields;
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
        for (auto& field :
            told == nullptr ? std::vector<std::string>{"after"} : differing(*told, kept.root())) {
            add(misfits, kind, id, std::move(field));
        }
    }
    if (row->version != static_cast<std::int64_t>(events.size())) {
        add(misfits, kind, id, "events");
    }
    return misfits;
}

std::string_view word_in(const json::Node& told, std::string_view member)
{
    const auto* found = json::member_of(told, member);
    return found == nullptr ? std::string_view() : found->text;
}

bool is_step_of(const KeptMembershipStep& step, const record::PastEvent& event)
{
    const std::string action = boost::describe::enum_to_string(step.action, "");
    const auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return true;
    }
    const auto* reason = json::member_of(content->root(), "reason");
    const auto* day = json::member_of(content->root(), "day"); // told since migration 0024
    const auto* after = json::member_of(content->root(), "after");
    return event.action == "membership." + action && after != nullptr
        && word_in(*after, "sector_id") == step.sector_id.value_or("")
        && word_in(*after, "group_id") == step.group_id.value_or("")
        && step.from_day == (day == nullptr ? day_of(event.at) : std::string(day->text))
        && event.version == step.version && event.at == step.at_ms && event.actor_id == step.by_id
        && reason != nullptr && reason->text == step.reason;
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

bool is_step_of(const KeptRosterStep& step, const record::PastEvent& event, const json::Node& told)
{
    const auto name = [](auto value) {
        return std::string_view(boost::describe::enum_to_string(value, ""));
    };
    const auto* after = json::member_of(told, "after");
    return event.action == "roster_import." + std::string(name(step.action))
        && event.version == step.version && event.at == step.at_ms && event.actor_id == step.by_id
        && word_in(told, "reason") == step.reason && word_in(told, "from") == name(step.from_state)
        && (after == nullptr || word_in(*after, "state") == name(step.to_state));
}

// One step for each event that tells where it came from: those of before migration 0019 tell none.
bool are_steps_of(const std::vector<KeptRosterStep>& steps, const Events& events)
{
    std::size_t found = 0;
    for (const auto& event : events) {
        const auto content = json::Document::parse(event.content.value_or(""));
        if (!content || json::member_of(content->root(), "from") == nullptr) {
            continue;
        }
        if (found >= steps.size() || !is_step_of(steps[found], event, content->root())) {
            return false;
        }
        ++found;
    }
    return found == steps.size();
}

// Before migration 0018 an event told the words of a person themselves, without a digest.
struct ToldInWords {
    PersonId id;
    PersonWords words;
    bool invented{};
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(ToldInWords, (), (id, words, invented, version, updated_at))

const json::Node* words_told(const json::Document& content)
{
    const auto* after = json::member_of(content.root(), "after");
    return after == nullptr ? nullptr : json::member_of(*after, "words");
}

bool tells_words(const Events& events)
{
    const auto content =
        json::Document::parse(events.empty() ? "" : events.back().content.value_or(""));
    return content && words_told(*content) != nullptr;
}

Misfits audit_words(const Events& events, const RegisteredPerson& person)
{
    return audit_row(events, "registered_person", person.id.text,
        std::optional(ToldInWords{
            person.id, person.words, person.invented, person.version, person.updated_at}));
}

} // namespace

std::vector<std::string> registered_people_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "registered_person", registered_person_ids(tx));
}

Misfits audit_registered_person(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "registered_person", id);
    const auto person = find_registered_person(tx, PersonId{id});
    return person && tells_words(events)
        ? audit_words(events, *person)
        : audit_row(events, "registered_person", id, person.map(told_of));
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
    const auto events = record::events_about(tx, "roster_import", id);
    const auto import = find_roster_import(tx, RosterImportId{id});
    auto misfits = audit_row(events, "roster_import", id, import);
    if (import && !are_steps_of(roster_steps_of(tx, RosterImportId{id}), events)) {
        add(misfits, "roster_import_step", id, "steps");
    }
    return misfits;
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
