// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An import as a line of the list. Pure.
#pragma once

#include "features/plan/document.h"

namespace xieshang::plan {

struct ImportLine {
    DocumentId id;
    std::string file_name;
    std::int64_t size{}; // bytes
    DocumentState state{};
    base::Instant uploaded_at;
    std::string uploaded_by_name;
    std::optional<base::Instant> corrected_at; // none: as it was read
    std::optional<std::string> corrected_by_name;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ImportLine, (),
    (id, file_name, size, state, uploaded_at, uploaded_by_name, corrected_at, corrected_by_name,
        version))

} // namespace xieshang::plan
