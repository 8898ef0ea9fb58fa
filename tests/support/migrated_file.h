// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A SQLite database with all tables and without a row, faster than by migrating each: a copy of one
// that this process has migrated once. One thread.
#pragma once

#include <string>

namespace xieshang::tests {

// Writes it to `path`, where nothing may be yet.
void copy_migrated_sqlite(const std::string& path);

} // namespace xieshang::tests
