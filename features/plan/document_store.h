// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ plan documents. Absent rows are document.not_found.
#pragma once

#include "features/plan/document.h"
#include "platform/db/db.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace xieshang::plan {

base::Result<Document> find_document(db::Tx& tx, const DocumentId& id);
std::vector<Document> documents_after(db::Tx& tx, const DocumentId& id, std::int64_t most); // by id
std::int64_t count_documents(db::Tx& tx);
std::vector<std::string> document_ids(db::Tx& tx); // of all documents
std::vector<Document> all_documents(db::Tx& tx);
void insert_document(db::Tx& tx, const Document& document);

bool has_plan(db::Tx& tx, const DocumentId& id); // in whatever state

// Of the files with these bytes. The one that a search finds: the newest of which a plan was made,
// else the newest that is not discarded.
std::vector<DocumentId> documents_of_file(db::Tx& tx, std::string_view sha256);
std::optional<Document> document_to_find(db::Tx& tx, std::string_view sha256);
std::vector<std::string> documents_to_find(db::Tx& tx); // their ids, of all files
std::optional<Document> unfinished_import_of_file(db::Tx& tx, std::string_view sha256); // newest

// Writes state and version; the row must still have `version_before`, else document.stale.
base::Result<void> update_document(
    db::Tx& tx, const Document& document, std::int64_t version_before);
void insert_step(db::Tx& tx, const DocumentId& id, const DocumentStep& step);
std::vector<DocumentStep> steps_of(db::Tx& tx, const DocumentId& id); // oldest first

} // namespace xieshang::plan
