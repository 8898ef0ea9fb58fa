// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/migrated_file.h"

#include "tests/support/databases.h"

#include <filesystem>

namespace xieshang::tests {

void copy_migrated_sqlite(const std::string& path)
{
    static const TemporaryFolder folder;
    static const std::string migrated = [] {
        const std::string file = folder / "migrated.db";
        const auto database = db::open_sqlite({.path = file, .synchronous = false});
        db::migrate(*database, all_migrations(), migrated_at_ms);
        return file;
    }();
    std::filesystem::copy_file(migrated, path);
}

} // namespace xieshang::tests
