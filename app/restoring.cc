// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/restoring.h"

#include "app/house.h"
#include "app/system_words.h"
#include "platform/backup/disk.h"
#include "platform/db/migrations.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace xieshang::app {
namespace {

namespace fs = std::filesystem;

base::Result<backup::Manifest> verified(const std::string& folder, const backup::Progress& progress)
{
    try {
        auto manifest = backup::open_backup(folder, progress);
        if (manifest.schema > db::built_in_migrations().back().number) {
            return base::refuse("restore.newer", {{"program", manifest.program}});
        }
        return manifest;
    } catch (const std::system_error& unreadable) {
        return base::refuse(
            "restore.unreadable", {{"backup", folder}, {"reason", reason_of(unreadable)}});
    }
}

// A log of SQLite that lies there would be played over the restored database.
base::Result<void> nothing_there(const fs::path& data)
{
    constexpr std::array parts{"", "-wal", "-shm", "-journal"};
    std::vector<std::string> names{"files"};
    for (const std::string base : {"xieshang.db", "xieshang.db.unfinished"}) {
        for (const auto* part : parts) {
            names.push_back(base + part);
        }
    }
    for (const auto& name : names) {
        const auto path = data / name;
        const bool is_there = fs::exists(fs::symlink_status(path)); // a link to nothing, too
        if (is_there && !(fs::is_directory(path) && fs::is_empty(path))) {
            return base::refuse("restore.not_empty", {{"what", path.string()}});
        }
    }
    return {};
}

// The schema that the rows had, the rows, then what has been added since.
base::Result<void> fill(db::Database& database, const std::string& folder,
    const backup::Manifest& manifest, const backup::Progress& progress)
{
    if (!backup::is_empty(database)) {
        return base::refuse("restore.database_not_empty");
    }
    const auto all = db::built_in_migrations();
    auto then = all;
    std::erase_if(then, [&](const db::Migration& each) { return each.number > manifest.schema; });
    db::migrate(database, then, manifest.made_at_ms.ms);
    backup::restore_rows(folder, manifest, database, progress);
    db::migrate(database, all, base::SystemClock().now().ms);
    return {};
}

// Under another name until it is whole: nothing half restored is ever opened.
base::Result<void> fill_sqlite(const fs::path& data, const std::string& folder,
    const backup::Manifest& manifest, const backup::Progress& progress)
{
    const auto unfinished = data / "xieshang.db.unfinished";
    {
        const auto database = db::open_sqlite({.path = unfinished.string()});
        CHECK(fill(*database, folder, manifest, progress));
    }
    fs::rename(unfinished, data / "xieshang.db");
    fs::remove(unfinished.string() + ".lock");
    backup::sync_folder(data.string());
    return {};
}

base::Result<backup::Manifest> restored(
    const Config& config, const std::string& folder, const backup::Progress& progress)
{
    const auto manifest = TRY(verified(folder, progress));
    const fs::path data = config.data;
    CHECK(nothing_there(data));
    const auto filled = explained(config, [&]() -> base::Result<void> {
        const bool postgres = !config.database.empty();
        const auto database = postgres ? db::open_postgres({.address = config.database}) : nullptr;
        if (postgres && !backup::is_empty(*database)) { // before any file is written
            return base::refuse("restore.database_not_empty");
        }
        backup::restore_files(folder, (data / "files").string(), progress);
        return postgres ? fill(*database, folder, manifest, progress)
                        : fill_sqlite(data, folder, manifest, progress);
    });
    CHECK(filled);
    CHECK(*filled);
    return manifest;
}

} // namespace

base::Result<backup::Manifest> restore_house(
    const Config& config, const std::string& folder, const backup::Progress& progress)
{
    try {
        return restored(config, folder, progress);
    } catch (const backup::Damage& damage) {
        auto params = damage.params;
        params.emplace("backup", folder);
        params.emplace("data", config.data);
        return base::refuse(damage.code, params);
    }
}

} // namespace xieshang::app
