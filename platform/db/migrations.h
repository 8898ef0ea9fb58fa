// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The migrations that this program carries: platform/*/NNNN_*.sql and features/*/NNNN_*.sql,
// embedded at build time.
#pragma once

#include "platform/base/embedded.h"
#include "platform/db/db.h"

#include <span>
#include <vector>

namespace xieshang::db {

// In the order of their numbers.
std::vector<Migration> built_in_migrations();

// The same for any set of files. Throws std::invalid_argument for a name without a number and for a
// number that stands twice.
std::vector<Migration> migrations_in(std::span<const base::EmbeddedFile> files);

} // namespace xieshang::db
