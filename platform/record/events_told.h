// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record has been told of a subject, for verbs that decide by it. Only reads.
#pragma once

#include "platform/record/record.h"

#include <unordered_map>

namespace xieshang::record {

// Whether this very event stands there, from that actor. A content that is not JSON throws
// std::invalid_argument.
bool has_told(db::Tx& tx, std::string_view actor_id, const Event& event);

// newest_version() of each subject of that kind, by its id.
std::unordered_map<std::string, std::int64_t> newest_versions(db::Tx& tx, std::string_view kind);

} // namespace xieshang::record
