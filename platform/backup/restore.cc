// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/restore.h"

#include "platform/backup/disk.h"
#include "platform/crypto/crypto.h"
#include "platform/db/catalog.h"
#include "platform/files/private_folders.h"
#include "platform/json/json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace xieshang::backup {
namespace {

namespace fs = std::filesystem;

struct Sum {
    std::string sha256;
    std::string path;
};

std::string text_of(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Manifest manifest_of(const fs::path& folder)
{
    if (!fs::exists(folder / manifest_name)) {
        const bool is_part = fs::exists(folder / sums_name) || fs::exists(folder / rows_name);
        throw Damage(is_part ? "restore.no_manifest" : "restore.no_backup");
    }
    auto manifest = json::read<Manifest>(text_of(folder / manifest_name));
    if (!manifest || manifest->format > newest_format) {
        throw Damage("restore.bad_manifest");
    }
    return std::move(*manifest);
}

// No path leads out of the folder.
bool is_safe(const std::string& path)
{
    return !path.empty() && path.front() != '/' && path.find("..") == std::string::npos;
}

std::vector<Sum> sums_of(const fs::path& folder)
{
    std::vector<Sum> sums;
    std::ifstream file(folder / sums_name);
    for (std::string line; std::getline(file, line);) {
        if (line.size() < 67 || line.substr(64, 2) != "  " || !is_safe(line.substr(66))) {
            throw Damage("restore.bad_sums", {{"line", std::to_string(sums.size() + 1)}});
        }
        sums.push_back({line.substr(0, 64), line.substr(66)});
    }
    return sums;
}

void check_sum(const fs::path& folder, const Sum& sum)
{
    const auto path = folder / sum.path;
    if (!fs::exists(path)) {
        throw Damage("restore.no_file", {{"file", sum.path}});
    }
    if (digest_of_file(path.string()) != sum.sha256) {
        throw Damage("restore.bad_file", {{"file", sum.path}});
    }
}

std::vector<TableCount> rows_read(
    db::Tx& tx, std::string_view engine, std::istream& text, const RowProgress& progress)
{
    try {
        return read_rows(tx, engine, text, progress);
    } catch (const db::Failure&) {
        throw; // not the backup's fault
    } catch (const std::runtime_error&) {
        throw Damage("restore.bad_rows");
    }
}

bool is_file(const Sum& sum) { return sum.path.starts_with("files/"); }

} // namespace

Manifest open_backup(const std::string& folder, const Progress& progress)
{
    auto manifest = manifest_of(folder);
    if (!fs::exists(fs::path(folder) / sums_name)) {
        throw Damage("restore.no_file", {{"file", std::string(sums_name)}});
    }
    if (crypto::sha256_hex(text_of(fs::path(folder) / sums_name)) != manifest.sums_sha256) {
        throw Damage("restore.other_sums");
    }
    const auto sums = sums_of(folder);
    std::int64_t done = 0;
    for (const auto& sum : sums) {
        check_sum(folder, sum);
        progress("verify", ++done, static_cast<std::int64_t>(sums.size()));
    }
    const auto files = std::count_if(sums.begin(), sums.end(), is_file);
    if (files != manifest.files || sums.size() != static_cast<std::size_t>(files) + 1) {
        throw Damage("restore.other_count");
    }
    return manifest;
}

void restore_files(const std::string& folder, const std::string& files, const Progress& progress)
{
    const auto sums = sums_of(folder);
    std::int64_t done = 0;
    files::make_private_folders(files);
    for (const auto& sum : sums) {
        if (!is_file(sum)) {
            continue;
        }
        const auto to = fs::path(files).parent_path() / sum.path;
        if (!files::make_private_folders(to.parent_path()).empty()) {
            sync_folder(files);
        }
        if (copy_file((fs::path(folder) / sum.path).string(), to.string()) != sum.sha256) {
            throw Damage("restore.changed", {{"file", sum.path}});
        }
        sync_folder(to.parent_path().string());
        progress("files", ++done, static_cast<std::int64_t>(sums.size()) - 1);
    }
}

void restore_rows(const std::string& folder, const Manifest& manifest, db::Database& database,
    const Progress& progress)
{
    database.write([&](db::Tx& tx) { // from its beginning again, if PostgreSQL runs it again
        std::ifstream text(fs::path(folder) / rows_name, std::ios::binary);
        const auto counts = rows_read(
            tx, database.engine(), text, [&](std::int64_t done) { progress("rows", done, 0); });
        if (counts != manifest.tables) {
            throw Damage("restore.bad_rows");
        }
        return true;
    });
}

bool is_empty(db::Database& database)
{
    return database.read([&](db::Tx& tx) {
        const auto tables = db::tables_of(tx, database.engine());
        return std::all_of(tables.begin(), tables.end(), [&](const db::Table& table) {
            return table.name == "schema_version"
                || tx.one<std::int64_t>("SELECT count(*) FROM " + db::quoted(table.name)).value()
                == 0;
        });
    });
}

} // namespace xieshang::backup
