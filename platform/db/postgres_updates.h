// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Statements for many changed rows (ManyUpdates). For platform/db only.
#pragma once

#include "platform/db/db.h"

namespace xieshang::db::postgres {

inline constexpr std::string_view many_updates_table = "changed_row";

// What makes the table of that name, the columns that are copied into it, the UPDATE that takes
// them from there, and what drops it.
struct ManyUpdatesWords {
    std::string make;
    std::vector<std::string_view> columns; // the caller's words
    std::string update;
    std::string drop;
};
ManyUpdatesWords many_updates(std::string_view table, std::span<const std::string_view> keys,
    std::span<const std::string_view> columns);

} // namespace xieshang::db::postgres
