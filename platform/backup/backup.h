// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A backup of database and files while others write: the rows are one consistent view, and the
// files are read after it, so that every file which a row names is there already. Any engine.
#pragma once

#include "platform/backup/manifest.h"

namespace xieshang::backup {

// Told often; total 0: not known. Steps: "rows", "files", "verify".
using Progress = std::function<void(std::string_view step, std::int64_t done, std::int64_t total)>;

struct Source {
    db::Database& database;
    std::string files; // folder of the FileStore
    std::function<std::vector<std::string>(db::Tx&)> files_named;
    std::int64_t schema{};
    std::string program;
    base::Instant now;
};

struct Made {
    std::string folder;
    Manifest manifest;
    std::int64_t linked{}; // files that share their bytes with the backup before
};

// Makes <into>/xieshang-<time>. A file whose bytes are in the newest earlier backup there is linked
// to it after it was read and found whole. A damaged or missing file does not stop the rest: it
// stands in `lacking`. Throws db::Failure, db::DiskFull, std::system_error; nothing with a backup's
// name is left then.
Made make_backup(const Source& source, const std::string& into, const Progress& progress);

} // namespace xieshang::backup
