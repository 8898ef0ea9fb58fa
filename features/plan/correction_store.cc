// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/correction_store.h"

namespace xieshang::plan {

std::optional<KeptCorrection> find_correction(db::Tx& tx, const DocumentId& id)
{
    return tx.one<KeptCorrection>(
        "SELECT document_id, content, authorship, version, updated_at_ms, updated_by, "
        "updated_by_name FROM plan_correction WHERE document_id = $1",
        id);
}

std::vector<std::string> corrected_documents(db::Tx& tx)
{
    return tx.all<std::string>("SELECT document_id FROM plan_correction ORDER BY document_id");
}

bool keep_correction(db::Tx& tx, const KeptCorrection& kept, std::int64_t version_before)
{
    const std::string_view first =
        "INSERT INTO plan_correction (document_id, content, authorship, version, updated_at_ms, "
        "updated_by, updated_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    const std::string_view later =
        "UPDATE plan_correction SET content = $2, authorship = $3, version = $4, "
        "updated_at_ms = $5, updated_by = $6, updated_by_name = $7 "
        "WHERE document_id = $1 AND version = $4 - 1";
    return tx.execute(version_before == 1 ? first : later, kept.document_id, kept.content,
               kept.authorship, kept.version, kept.updated_at_ms, kept.updated_by,
               kept.updated_by_name)
        == 1;
}

void keep_visit(db::Tx& tx, const DocumentId& id, const CorrectionVisit& visit)
{
    tx.execute("INSERT INTO plan_correction_visit (document_id, window_id, person_id, "
               "person_name, seen_at_ms) VALUES ($1, $2, $3, $4, $5) "
               "ON CONFLICT (document_id, window_id) DO UPDATE SET "
               "person_id = excluded.person_id, person_name = excluded.person_name, "
               "seen_at_ms = excluded.seen_at_ms",
        id, visit.window_id, visit.person_id, visit.person_name, visit.seen_at_ms);
}

void delete_visit(db::Tx& tx, const DocumentId& id, std::string_view window_id)
{
    tx.execute("DELETE FROM plan_correction_visit WHERE document_id = $1 AND window_id = $2", id,
        window_id);
}

void delete_visits_before(db::Tx& tx, base::Instant instant)
{
    tx.execute("DELETE FROM plan_correction_visit WHERE seen_at_ms < $1", instant);
}

std::vector<CorrectionVisit> visits_of(db::Tx& tx, const DocumentId& id)
{
    return tx.all<CorrectionVisit>(
        "SELECT window_id, person_id, person_name, seen_at_ms FROM plan_correction_visit "
        "WHERE document_id = $1 ORDER BY person_name, window_id",
        id);
}

} // namespace xieshang::plan
