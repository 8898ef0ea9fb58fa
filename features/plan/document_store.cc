// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/document_store.h"

namespace xieshang::plan {
namespace {

constexpr std::string_view document_columns =
    "id, sha256, file_name, size, encoding, uploaded_at_ms, uploaded_by, uploaded_by_name, version";

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
    return tx.all<Document>(
        "SELECT id, sha256, file_name, size, encoding, uploaded_at_ms, uploaded_by, "
        "uploaded_by_name, version FROM plan_document WHERE id > $1 ORDER BY id LIMIT $2",
        id, most);
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
    tx.execute(
        "INSERT INTO plan_document (id, sha256, file_name, size, encoding, uploaded_at_ms, "
        "uploaded_by, uploaded_by_name, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        document.id, document.sha256, document.file_name, document.size, document.encoding,
        document.uploaded_at_ms, document.uploaded_by, document.uploaded_by_name, document.version);
}

} // namespace xieshang::plan
