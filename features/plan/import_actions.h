// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on imports: list them, discard and restore them. Callers have checked that the actor
// may use the verb; the workflow table checks steps by itself.
#pragma once

#include "features/plan/document_actions.h"
#include "features/plan/document_workflow.h"
#include "features/plan/import_shapes.h"
#include "features/plan/import_store.h"
#include "platform/services/services.h"

#include <vector>

namespace xieshang::plan {

std::vector<ImportLine> list_imports(services::Services& services, const ImportSearch& search);

std::vector<workflow::Offer<DocumentAction>> document_offers(
    services::Services& services, const base::Actor& actor, const Document& document);
base::Result<std::vector<DocumentStep>> document_history(
    services::Services& services, const DocumentId& id);

// What a search finds changes with the step, so the reading comes with it: slow, before the
// transaction. Refusals: document.not_found, document.stale, and those of the workflow table.
base::Result<Document> take_step(services::Services& services, const base::Actor& actor,
    const KeptDocument& seen, std::int64_t version_seen, const DocumentStepRequest& asked);

} // namespace xieshang::plan
