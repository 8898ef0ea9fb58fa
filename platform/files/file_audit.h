// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What lies in the folder of a FileStore, held against what the rows name. Only looks.
#pragma once

#include "platform/base/clock.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace xieshang::files {

struct NamedFile {
    std::string sha256;
    std::int64_t size{}; // as the row says
    std::string row;     // who names it: "plan_document 0191…"
};

struct FoundFile {
    std::string path;   // below the folder: ab/abcdef…
    std::string sha256; // empty: not a name that a FileStore gives
    std::int64_t size{};
    base::Instant changed_at;
};

// By path. Throws std::system_error when the folder cannot be read; none when it is not there.
std::vector<FoundFile> files_in(const std::string& folder);

enum class FileTrouble : std::uint8_t {
    missing,    // a row names it
    damaged,    // its bytes are not those of its name, or not as many as the row says
    unreadable, // the disk does not give it
    // from here on harmless:
    orphaned,   // whole, but no row names it
    unfinished, // what a crash left of a file that never got its name
    foreign,    // nothing that the program makes
};
BOOST_DESCRIBE_ENUM(FileTrouble, missing, damaged, unreadable, orphaned, unfinished, foreign)

struct FileFinding {
    FileTrouble trouble{};
    std::string path;
    std::string row; // who names it, if anybody does
};

struct FileAudit {
    std::int64_t files{};
    std::int64_t bytes{};
    std::vector<FileFinding> findings;
};

// Reads every file. What is younger than an hour is no orphan yet: its row may be on the way.
// `named` must be read before the call.
FileAudit audit_files(const std::string& folder, const std::vector<NamedFile>& named,
    base::Instant now, const std::function<void(std::int64_t done)>& progress);

} // namespace xieshang::files
