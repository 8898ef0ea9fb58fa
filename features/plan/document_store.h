// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ plan documents. Absent rows are document.not_found.
#pragma once

#include "features/plan/document.h"
#include "platform/db/db.h"

#include <cstdint>
#include <vector>

namespace xieshang::plan {

base::Result<Document> find_document(db::Tx& tx, const DocumentId& id);
std::vector<Document> documents_after(db::Tx& tx, const DocumentId& id, std::int64_t most); // by id
std::int64_t count_documents(db::Tx& tx);
std::vector<std::string> document_ids(db::Tx& tx); // of all documents
std::vector<Document> all_documents(db::Tx& tx);
void insert_document(db::Tx& tx, const Document& document);

} // namespace xieshang::plan
