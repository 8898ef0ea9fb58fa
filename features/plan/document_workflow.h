// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of an import as a table: it may be set aside and taken up again, never deleted
// (不丢一个字). Where a plan was made of it, the plan has the life.
#pragma once

#include "features/plan/document.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <vector>

namespace xieshang::plan {

struct DocumentFacts {
    bool has_plan = false;
    bool has_reason = false; // the step says why
};

using DocumentWorkflowStep = workflow::Step<DocumentState, DocumentAction>;

// The step, or its refusal: document.has_plan (409), document.no_reason (422), workflow.wrong_role
// (403), workflow.no_such_step (409).
base::Result<DocumentWorkflowStep> take(
    const Document& document, DocumentAction action, base::Roles roles, const DocumentFacts& facts);

// Every action open in this state with the reason why this person may not take it; none where a
// plan was made. A reason is asked for when it is taken.
std::vector<workflow::Offer<DocumentAction>> offers(
    const Document& document, base::Roles roles, bool has_plan);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> document_workflow_rows();

} // namespace xieshang::plan
