// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL → the list of imports: plan documents of which no plan was made yet.
#pragma once

#include "features/plan/import_line.h"
#include "platform/db/db.h"

#include <string>
#include <utility>
#include <vector>

namespace xieshang::plan {

enum class ImportOrder : std::uint8_t {
    newest, // handed in last first
    oldest,
    touched, // handed in or corrected last first
};
BOOST_DESCRIBE_ENUM(ImportOrder, newest, oldest, touched)

struct ImportSearch {
    DocumentState state = DocumentState::kept;
    std::string words{}; // stands in the file's name or a person's; empty: any
    ImportOrder order = ImportOrder::newest;
    // Where the page before ended; its sort value and id.
    std::optional<std::pair<std::int64_t, std::string>> after{};
    std::int64_t limit = 50;
};

// Keyset paging.
std::vector<ImportLine> search_imports(db::Tx& tx, const ImportSearch& search);

// The sort value of a line under an order, for the next page's cursor.
std::int64_t sort_value(const ImportLine& line, ImportOrder order);

} // namespace xieshang::plan
