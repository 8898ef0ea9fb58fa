// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Putting a backup back. In this order: open_backup() (is it whole?), restore_files(),
// restore_rows().
#pragma once

#include "platform/backup/backup.h"

namespace xieshang::backup {

// The backup is not whole. The code is the key of a text: restore.no_backup (nothing of one is
// there), no_manifest, bad_manifest, other_sums, bad_sums (line), other_count, no_file (file),
// bad_file (file); after open_backup() changed (file) and bad_rows.
struct Damage : std::runtime_error {
    explicit Damage(std::string why, base::Params with = {})
        : std::runtime_error(why), code(std::move(why)), params(std::move(with))
    {
    }
    std::string code;
    base::Params params;
};

// Reads everything and compares it with its digest. Throws Damage; std::system_error when it cannot
// be read.
Manifest open_backup(const std::string& folder, const Progress& progress);

// Copies the files into the folder of a FileStore, and checks each again. Throws Damage.
void restore_files(const std::string& folder, const std::string& files, const Progress& progress);

// Into a database that has the backup's schema and no rows of its own; in one transaction. Throws
// Damage, db::Failure.
void restore_rows(const std::string& folder, const Manifest& manifest, db::Database& database,
    const Progress& progress);

// Has no table any row, but for the migrations'?
bool is_empty(db::Database& database);

} // namespace xieshang::backup
