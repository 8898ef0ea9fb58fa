// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ unfinished corrections and who has them open, nothing else.
#pragma once

#include "features/plan/correction.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

struct KeptCorrection {
    DocumentId document_id;
    std::string content;                   // JSON of a Correction
    std::optional<std::string> authorship; // JSON of an Authorship; none: from before it was told
    std::int64_t version{};
    base::Instant updated_at_ms;
    std::string updated_by;
    std::string updated_by_name;
};
BOOST_DESCRIBE_STRUCT(KeptCorrection, (),
    (document_id, content, authorship, version, updated_at_ms, updated_by, updated_by_name))

std::optional<KeptCorrection> find_correction(db::Tx& tx, const DocumentId& id);
std::vector<std::string> corrected_documents(db::Tx& tx); // ids, in their order

// Writes over `version_before` (1: there is none yet), whose next is kept.version; false when
// somebody was faster.
bool keep_correction(db::Tx& tx, const KeptCorrection& kept, std::int64_t version_before);

// Somebody has a document's correction open in a window.
struct CorrectionVisit {
    std::string window_id;
    std::string person_id;
    std::string person_name;
    base::Instant seen_at_ms;
};
BOOST_DESCRIBE_STRUCT(CorrectionVisit, (), (window_id, person_id, person_name, seen_at_ms))

void keep_visit(db::Tx& tx, const DocumentId& id, const CorrectionVisit& visit);
void delete_visit(db::Tx& tx, const DocumentId& id, std::string_view window_id);
void delete_visits_before(db::Tx& tx, base::Instant instant); // of all documents
std::vector<CorrectionVisit> visits_of(db::Tx& tx, const DocumentId& id);

} // namespace xieshang::plan
