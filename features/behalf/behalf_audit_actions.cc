// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_audit_actions.h"

#include "features/behalf/behalf_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::behalf {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

record::Misfit differs(std::string table, const std::string& row, std::string field)
{
    return {"check.row_differs", std::move(table), row, {{"field", std::move(field)}}};
}

template <class Value>
json::Document parsed(const Value& value)
{
    return json::Document::parse(json::write(value)).value();
}

void compare(Misfits& misfits, const json::Node* told, const json::Document& row,
    const std::string& table, const std::string& id)
{
    if (told == nullptr) {
        misfits.push_back(differs(table, id, "event"));
        return;
    }
    for (auto& field : json::differing_members(*told, row.root())) {
        misfits.push_back(differs(table, id, std::move(field)));
    }
}

bool is_step_of(const KeptBehalfStep& step, const record::PastEvent& event)
{
    const auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return true; // told already, where the record is inspected
    }
    const auto* words = json::member_of(content->root(), "words");
    return event.action == "behalf." + std::string(boost::describe::enum_to_string(step.action, ""))
        && event.version == step.version && event.at == step.at_ms && event.actor_id == step.by_id
        && words != nullptr && words->text == step.words;
}

bool are_steps_of(const std::vector<KeptBehalfStep>& steps, const Events& events)
{
    auto state = BehalfState::told;
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

std::vector<std::string> acts_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "behalf_act", act_ids(tx));
}

std::vector<std::string> scans_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "behalf_scan", scan_ids(tx));
}

Misfits audit_act(db::Tx& tx, const std::string& id)
{
    const auto act = find_act(tx, ActId{id});
    if (!act) {
        return {{"check.no_row", "behalf_act", id}};
    }
    const auto events = record::events_about(tx, "behalf_act", id);
    if (events.empty()) {
        return {{"check.no_event", "behalf_act", id}};
    }
    Misfits misfits;
    if (const auto content = json::Document::parse(events.back().content.value_or(""))) {
        compare(misfits, json::member_of(content->root(), "after"), parsed(*act), "behalf_act", id);
    }
    if (const auto first = json::Document::parse(events.front().content.value_or(""))) {
        const auto* told = json::member_of(first->root(), "told");
        if (told == nullptr || !json::same(parsed(told_of(tx, act->id)).root(), *told)) {
            misfits.push_back(differs("behalf_told", id, "person_id"));
        }
    }
    if (!are_steps_of(steps_of(tx, act->id), events)) {
        misfits.push_back(differs("behalf_step", id, "steps"));
    }
    return misfits;
}

Misfits audit_scan(db::Tx& tx, const std::string& id)
{
    const auto scan = find_scan(tx, ScanId{id});
    if (!scan) {
        return {{"check.no_row", "behalf_scan", id}};
    }
    const auto events = record::events_about(tx, "behalf_scan", id);
    if (events.empty()) {
        return {{"check.no_event", "behalf_scan", id}};
    }
    Misfits misfits;
    if (const auto content = json::Document::parse(events.front().content.value_or(""))) {
        compare(misfits, &content->root(), parsed(*scan), "behalf_scan", id);
    }
    return misfits;
}

std::vector<files::NamedFile> files_named(db::Tx& tx)
{
    std::vector<files::NamedFile> named;
    for (const auto& scan : all_scans(tx)) {
        named.push_back({scan.sha256, scan.size, "behalf_scan " + scan.id.text});
    }
    return named;
}

} // namespace xieshang::behalf
