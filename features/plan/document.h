// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A plan document 计划文件: what was handed in, kept as it was. Pure.
#pragma once

#include "features/plan/plan.h"

#include <string>

namespace xieshang::plan {

struct Document {
    DocumentId id;
    std::string sha256; // of the bytes; their name in the file store
    std::string file_name;
    std::int64_t size{}; // bytes
    std::string encoding;
    base::Instant uploaded_at_ms;
    std::string uploaded_by;
    std::string uploaded_by_name;
    std::int64_t version{}; // 1: a document never changes
};
BOOST_DESCRIBE_STRUCT(Document, (),
    (id, sha256, file_name, size, encoding, uploaded_at_ms, uploaded_by, uploaded_by_name, version))

} // namespace xieshang::plan
