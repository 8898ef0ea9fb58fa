// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a backup folder holds:
//
//   xieshang-20260301T020000Z/
//     manifest.json   this struct; written last
//     SHA256SUMS      of everything else; `sha256sum -c SHA256SUMS` checks it without this program
//     rows.jsonl      all rows (row_text.h)
//     files/ab/ab…    the original files, as the FileStore keeps them
//
// A folder that is being made is called .unfinished-…; a backup has its name only when it is whole
// and synced.
#pragma once

#include "platform/backup/rows.h"
#include "platform/base/clock.h"

namespace xieshang::backup {

inline constexpr std::int64_t newest_format = 1;
inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view sums_name = "SHA256SUMS";
inline constexpr std::string_view rows_name = "rows.jsonl";
inline constexpr std::string_view unfinished_prefix = ".unfinished-";

struct Manifest {
    std::int64_t format{};
    std::string program; // the version that made it
    std::string engine;  // "sqlite" or "postgres"; it can be put back into either
    base::Instant made_at_ms;
    std::int64_t schema{}; // number of the newest migration
    std::vector<TableCount> tables;
    std::int64_t files{};
    std::int64_t file_bytes{};
    std::vector<std::string> lacking; // SHA-256 of files that rows name and that were not there, or
                                      // damaged, when the backup was made
    std::string sums_sha256;          // of SHA256SUMS
};
BOOST_DESCRIBE_STRUCT(Manifest, (),
    (format, program, engine, made_at_ms, schema, tables, files, file_bytes, lacking, sums_sha256))

} // namespace xieshang::backup
