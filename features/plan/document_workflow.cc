// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::plan {
namespace {

using enum DocumentState;
using enum DocumentAction;
using Row = workflow::Row<DocumentState, DocumentAction, DocumentFacts>;

constexpr auto office = members::bit(members::Role::office);

constexpr bool explained(const DocumentFacts& facts) { return facts.has_reason; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from     action   to         by      needs      or else
    {kept,      discard, discarded, office, explained, "document.no_reason"},
    {discarded, restore, kept,      office, explained, "document.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<DocumentWorkflowStep> take(
    const Document& document, DocumentAction action, base::Roles roles, const DocumentFacts& facts)
{
    if (facts.has_plan) {
        return base::trouble(base::Trouble::conflict, "document.has_plan");
    }
    return workflow::take(table, document.state, action, roles, facts);
}

std::vector<workflow::Offer<DocumentAction>> offers(
    const Document& document, base::Roles roles, bool has_plan)
{
    if (has_plan) {
        return {};
    }
    return workflow::offers(table, document.state, roles, DocumentFacts{.has_reason = true});
}

std::vector<std::array<std::string, 5>> document_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::plan
