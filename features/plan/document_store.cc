// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/document_store.h"

namespace xieshang::plan {
namespace {

constexpr std::string_view document_columns =
    "id, sha256, file_name, size, encoding, uploaded_at_ms, uploaded_by, uploaded_by_name, "
    "version, "
    "state";
constexpr std::string_view found_first =
    "ORDER BY CASE WHEN EXISTS (SELECT 1 FROM plan WHERE plan.document_id = plan_document.id) "
    "THEN 0 ELSE 1 END, uploaded_at_ms DESC, id DESC";

} // namespace

base::Result<Document> find_document(db::Tx& tx, const DocumentId& id)
{
    static const auto sql =
        "SELECT " + std::string(document_columns) + " FROM plan_document WHERE id = $1";
    if (auto document = tx.one<Document>(sql, id)) {
        return std::move(*document);
    }
    return base::trouble(base::Trouble::not_found, "document.not_found");
}

std::vector<Document> documents_after(db::Tx& tx, const DocumentId& id, std::int64_t most)
{
    static const auto sql = "SELECT " + std::string(document_columns)
        + " FROM plan_document WHERE id > $1 ORDER BY id LIMIT $2";
    return tx.all<Document>(sql, id, most);
}

std::int64_t count_documents(db::Tx& tx)
{
    return tx.one<std::int64_t>("SELECT count(*) FROM plan_document").value();
}

std::vector<std::string> document_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM plan_document ORDER BY id");
}

std::vector<Document> all_documents(db::Tx& tx)
{
    static const auto sql =
        "SELECT " + std::string(document_columns) + " FROM plan_document ORDER BY id";
    return tx.all<Document>(sql);
}

void insert_document(db::Tx& tx, const Document& document)
{
    tx.execute("INSERT INTO plan_document (id, sha256, file_name, size, encoding, uploaded_at_ms, "
               "uploaded_by, uploaded_by_name, version, state) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        document.id, document.sha256, document.file_name, document.size, document.encoding,
        document.uploaded_at_ms, document.uploaded_by, document.uploaded_by_name, document.version,
        document.state);
}

bool has_plan(db::Tx& tx, const DocumentId& id)
{
    return tx.one<std::string>("SELECT id FROM plan WHERE document_id = $1 LIMIT 1", id)
        .has_value();
}

std::vector<DocumentId> documents_of_file(db::Tx& tx, std::string_view sha256)
{
    return tx.all<DocumentId>("SELECT id FROM plan_document WHERE sha256 = $1 ORDER BY id", sha256);
}

std::optional<Document> document_to_find(db::Tx& tx, std::string_view sha256)
{
    static const auto sql = "SELECT " + std::string(document_columns)
        + " FROM plan_document WHERE sha256 = $1 AND state <> $2 " + std::string(found_first)
        + " LIMIT 1";
    return tx.one<Document>(sql, sha256, DocumentState::discarded);
}

std::vector<std::string> documents_to_find(db::Tx& tx)
{
    static const auto sql = "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY sha256 "
        + std::string(found_first)
        + ") AS rank FROM plan_document WHERE state <> $1) AS documents WHERE rank = 1";
    return tx.all<std::string>(sql, DocumentState::discarded);
}

std::optional<Document> unfinished_import_of_file(db::Tx& tx, std::string_view sha256)
{
    static const auto sql = "SELECT " + std::string(document_columns)
        + " FROM plan_document WHERE sha256 = $1 AND state = $2 AND NOT EXISTS "
          "(SELECT 1 FROM plan WHERE plan.document_id = plan_document.id) "
          "ORDER BY uploaded_at_ms DESC, id DESC LIMIT 1";
    return tx.one<Document>(sql, sha256, DocumentState::kept);
}

base::Result<void> update_document(
    db::Tx& tx, const Document& document, std::int64_t version_before)
{
    const auto changed = tx.execute(
        "UPDATE plan_document SET state = $3, version = $4 WHERE id = $1 AND version = $2",
        document.id, version_before, document.state, document.version);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "document.stale");
    }
    return {};
}

void insert_step(db::Tx& tx, const DocumentId& id, const DocumentStep& step)
{
    tx.execute("INSERT INTO plan_document_step (document_id, version, at_ms, by_id, by_name, "
               "action, from_state, to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason);
}

std::vector<DocumentStep> steps_of(db::Tx& tx, const DocumentId& id)
{
    return tx.all<DocumentStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason "
        "FROM plan_document_step WHERE document_id = $1 ORDER BY version",
        id);
}

} // namespace xieshang::plan
