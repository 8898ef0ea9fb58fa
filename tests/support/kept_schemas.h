// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Databases with all tables and without a row, faster than by migrating each: a copy of a SQLite
// file that was migrated once, and schemas of PostgreSQL that are emptied and used again. Of this
// process; one thread.
#pragma once

#include <string>

namespace xieshang::tests {

// Writes a migrated database to `path`, where none may be yet.
void copy_migrated_sqlite(const std::string& path);

// The name of a schema of postgres_server() that nobody else uses, with all tables.
std::string take_schema();

// Empties it; one whose tables or triggers the test has changed is dropped instead. Nobody may be
// connected to it any more.
void give_schema_back(const std::string& schema);

} // namespace xieshang::tests
