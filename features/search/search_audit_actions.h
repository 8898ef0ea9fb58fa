// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Does the search say what plans, topics and documents say? For inspections; only reads. It looks
// at the entries, not at the index of their grams.
#pragma once

#include "platform/files/file_store.h"
#include "platform/record/audit.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace xieshang::search {

struct ToAudit {
    db::Database& database;
    const files::FileStore* files;       // null: there are none
    const std::set<std::string>& except; // ids of plans and documents that are known to be damaged
};

// Composes each entry anew and holds it against the one that is kept. Left out are `except`, whose
// entries may be all that tells what they said, and documents without their whole file, which is
// named already. Nothing where the entries are made anew at the next opening. Codes:
// check.search_gone, check.search_differs, check.search_foreign, and behind the first 20 of them
// check.search_more (count).
std::vector<record::Misfit> audit_search(
    const ToAudit& what, const std::function<void(std::int64_t plans_and_documents)>& progress);

} // namespace xieshang::search
