// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on corrections: keep an unfinished one, make the plan of a finished one, tell who else
// has it open. Callers have checked that the actor may use the verb.
#pragma once

#include "features/plan/authorship.h"
#include "features/plan/correction_store.h"
#include "features/plan/document_actions.h"
#include "features/plan/plan_line.h"
#include "platform/services/services.h"

#include <string>
#include <vector>

namespace xieshang::plan {

// A correction as it stands: version 1 is the reading's own, which nobody has changed yet.
struct CorrectionPage {
    Correction correction;
    std::int64_t version = 1;
    base::Instant updated_at;
    std::string updated_by_name;
    bool outdated = false; // what was kept is of another text: this program reads the file anew
    std::int64_t unaccounted{};
    std::optional<PlanId> plan_id;   // the newest plan that was made of it
    std::optional<PlanMention> made; // the oldest that was made of these bytes and is not discarded
    bool finished{}; // a plan of this document is not discarded: nothing changes now
    Authorship authorship;
};

// Refusal: document.not_found.
base::Result<CorrectionPage> correction_page(
    services::Services& services, const base::Asker& asker, const DocumentId& id);

// Both take the document as document_page() gives it: reading it is slow, so it comes before the
// transaction.

// Keeps it unfinished. Refusals: correction.stale {name} with what differs, document.discarded,
// correction.finished {title} while a plan of it stands, and those of belongs().
base::Result<CorrectionPage> keep_correction(services::Services& services, const base::Actor& actor,
    const KeptDocument& document, std::int64_t version_seen, const Correction& correction);

// 校正完成: the draft plan of the correction that stands in this version, which then is over: who
// saw the same version gets correction.stale instead of a second plan. Refusals besides: those of
// complete(), correction.finished, request.invalid for words that no plan may have,
// topic.duplicate_titles, and without `again` that of no_plan_of().
base::Result<PlanId> save_corrected(services::Services& services, const base::Actor& actor,
    const KeptDocument& document, std::int64_t version_seen, bool again);

// The same for a document that nobody corrects on a screen. Text that found no place is ignored for
// the reason given; without a reason it is refused.
base::Result<PlanId> save_as_read(services::Services& services, const base::Actor& actor,
    const Document& document, const Reading& reading, const std::string& reason_to_ignore = {});

// Says that a window has the correction open (or closes it) and gives the others that have.
struct Visitor {
    std::string name;
    bool same_person{};
};
std::vector<Visitor> visit(services::Services& services, const base::Actor& actor,
    const DocumentId& id, const std::string& window_id, bool leaves);

} // namespace xieshang::plan
