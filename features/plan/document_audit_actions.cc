// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document_audit_actions.h"

#include "features/members/member_audit_actions.h"
#include "features/members/workflow_rows.h"
#include "features/plan/document_store.h"
#include "features/plan/document_workflow.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using record::Misfit;
using Misfits = std::vector<Misfit>;

std::string_view name_of(auto enumerator)
{
    return boost::describe::enum_to_string(enumerator, "");
}

// One document's rows against what its events tell, each of its steps through the workflow table.
class DocumentAudit {
public:
    DocumentAudit(db::Tx& tx, Document document) : tx_(tx), document_(std::move(document)) {}

    Misfits run(
        const std::vector<record::PastEvent>& events, const std::vector<DocumentStep>& steps)
    {
        for (const auto& event : events) {
            const auto content = json::Document::parse(event.content.value_or(""));
            if (!content) { // told already, where the record is inspected
                return std::move(misfits_);
            }
            if (event.action == "document.keep") {
                compare_row(content->root());
                check(document_.uploaded_by == event.actor_id, "plan_document", "uploaded_by");
            } else if (!replay(event, content->root(), steps)) {
                misfits_.push_back({"check.step_not_allowed", "event",
                    std::to_string(event.sequence), {{"action", event.action}}});
                return std::move(misfits_);
            }
        }
        check(name_of(document_.state) == state_, "plan_document", "state");
        check(document_.version == events.back().version, "plan_document", "version");
        check(steps_fit_ && replayed_ == steps.size(), "plan_document_step", "steps");
        return std::move(misfits_);
    }

private:
    void compare_row(const json::Node& told)
    {
        const auto row = json::Document::parse(json::write(document_)).value();
        for (auto& field : json::differing_members(told, row.root())) {
            const bool moves = field == "state" || field == "version";
            check(moves, "plan_document", std::move(field));
        }
    }

    bool replay(const record::PastEvent& event, const json::Node& told,
        const std::vector<DocumentStep>& steps)
    {
        const auto action = event.action.substr(event.action.find('.') + 1);
        const auto to = members::state_after(document_workflow_rows(), state_, action);
        const auto* reason = json::member_of(told, "reason");
        if (to.empty() || reason == nullptr) {
            return false;
        }
        if (replayed_ < steps.size()) {
            const auto& step = steps[replayed_];
            steps_fit_ = steps_fit_ && step.version == event.version && step.at_ms == event.at
                && step.by_id == event.actor_id && members::is_named(tx_, step.by_id, step.by_name)
                && name_of(step.action) == action && name_of(step.from_state) == state_
                && name_of(step.to_state) == to && step.reason == reason->text;
        }
        ++replayed_;
        state_ = to;
        return true;
    }

    void check(bool fits, const char* table, std::string field)
    {
        if (!fits) {
            misfits_.push_back(
                {"check.row_differs", table, document_.id.text, {{"field", std::move(field)}}});
        }
    }

    db::Tx& tx_;
    Document document_;
    std::string state_ = "kept";
    std::size_t replayed_ = 0;
    bool steps_fit_ = true;
    Misfits misfits_;
};

} // namespace

std::vector<std::string> documents_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "plan_document", document_ids(tx));
}

Misfits audit_document(db::Tx& tx, const std::string& id)
{
    auto document = find_document(tx, DocumentId{id});
    const auto events = record::events_about(tx, "plan_document", id);
    if (!document) {
        return {{"check.no_row", "plan_document", id}};
    }
    if (events.empty()) {
        return {{"check.no_event", "plan_document", id}};
    }
    return DocumentAudit(tx, std::move(*document)).run(events, steps_of(tx, DocumentId{id}));
}

} // namespace xieshang::plan
