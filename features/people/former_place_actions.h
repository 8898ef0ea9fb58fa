// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What migration 0025 could not tell from the rows alone: the sector and group that a membership
// had before it went to others. Each event of the record holds the membership as its step left it.
// Asked whenever a database was migrated; where all is known, one look. Throws db::Failure.
#pragma once

#include "platform/db/db.h"

#include <cstdint>

namespace xieshang::people {

// How many steps got their place. What the record has lost stays unknown: nothing is guessed.
std::int64_t recall_former_places(db::Database& database);

} // namespace xieshang::people
