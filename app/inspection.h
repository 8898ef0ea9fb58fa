// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Is everything still there, and as it was left? Looks at pages, rows, record and files, beside a
// running server or without one, and changes nothing.
#pragma once

#include "platform/backup/backup.h"
#include "platform/base/clock.h"
#include "platform/sealing/key.h"

namespace xieshang::app {

struct Finding {
    std::string code; // the key of a text
    std::string table;
    std::string row;
    std::string file;
    base::Params params;
    bool harmless = false; // nothing is lost: a file that nobody needs
};

struct Inspection {
    std::int64_t tables{};
    std::int64_t rows{}; // without those of the search, which are copies
    std::int64_t events{};
    std::int64_t files{};
    std::int64_t bytes{};
    std::vector<Finding> findings;
};

struct Inspected {
    db::Database& database;
    std::string files;  // folder of the FileStore
    sealing::Keys keys; // that are there
    base::Instant now;
};

// Steps of the progress: "rows", "events", "subjects", "sealed", "search", "files".
Inspection inspect(const Inspected& house, const backup::Progress& progress);

// The SHA-256 of every file that a row names.
std::vector<std::string> digests_named(db::Tx& tx);

} // namespace xieshang::app
