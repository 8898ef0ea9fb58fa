// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/house.h"

#include "app/key_care.h"
#include "app/system_words.h"
#include "features/people/former_place_actions.h"
#include "platform/db/migrations.h"

#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace xieshang::app {
namespace {

namespace fs = std::filesystem;

std::string sqlite_path(const Config& config)
{
    return (fs::path(config.data) / "xieshang.db").string();
}

std::unique_ptr<db::Database> open_database(const Config& config)
{
    if (!config.database.empty()) {
        return db::open_postgres({.address = config.database});
    }
    return db::open_sqlite({.path = sqlite_path(config)});
}

// Of the data folder; nothing is made.
std::unique_ptr<db::Database> open_to_look(const Config& config)
{
    if (!config.database.empty()) {
        return db::open_postgres({.address = config.database, .connections = 2});
    }
    return db::open_sqlite_to_look(sqlite_path(config));
}

std::string without_line_end(std::string_view text)
{
    return std::string(text.substr(0, text.find_last_not_of("\n ") + 1));
}

// The tables, and what only the record knows of their rows. How many migrations ran.
int migrate(db::Database& database, base::Instant at)
{
    const auto ran = db::migrate(database, db::built_in_migrations(), at.ms);
    people::recall_former_places(database);
    return ran;
}

base::Result<void> refuse_older(db::Database& database)
{
    const auto migrations = db::built_in_migrations();
    if (db::schema_version(database, migrations) < migrations.back().number) {
        return base::refuse("house.older_database");
    }
    return {};
}

} // namespace

base::Result<files::FoldersIfUsed> usable_folder(const Config& config)
{
    const auto& data = config.data;
    const auto refused = [&](const std::error_code& error) {
        return base::refuse("house.no_folder", {{"folder", data}, {"reason", reason_of(error)}});
    };
    try {
        files::FoldersIfUsed made(data);
        if (::access(data.c_str(), W_OK | X_OK) != 0) {
            return refused(std::error_code(errno, std::generic_category()));
        }
        return made;
    } catch (const std::system_error& error) {
        return refused(error.code());
    }
}

base::Error why_no_database(const Config& config, const db::Failure& failure)
{
    const std::string_view what = failure.what();
    if (dynamic_cast<const db::NewerSchema*>(&failure) != nullptr) {
        return {
            base::Trouble::refused, "house.newer_database", {{"reason", std::string(what)}}, {}};
    }
    if (what.starts_with("database_in_use")) {
        return {base::Trouble::refused, "house.in_use", {{"folder", config.data}}, {}};
    }
    constexpr std::string_view unreachable = "cannot reach PostgreSQL: "; // libpq's words follow
    if (what.starts_with(unreachable)) {
        return {base::Trouble::refused, "house.no_postgres",
            {{"reason", without_line_end(what.substr(unreachable.size()))}}, {}};
    }
    return {base::Trouble::refused, "house.no_database", {{"reason", std::string(what)}}, {}};
}

House::House(Config given) : House(given, open_database(given)) { migrate(*database, clock.now()); }

House::House(Config given, std::unique_ptr<db::Database> migrated)
    : config(std::move(given)),
      database(std::move(migrated)),
      files((fs::path(config.data) / "files").string()),
      keys(key_file_of(config)),
      vault(keys, clock, random),
      services{*database, clock, random, files, vault, &alike}
{
}

base::Result<std::unique_ptr<House>> open_house(
    const Config& config, const search::Progress& progress)
{
    return TRY(explained(config, [&]() -> base::Result<std::unique_ptr<House>> {
        auto house = std::make_unique<House>(config);
        CHECK(open_keys(*house->database, house->keys, house->random));
        search::fill(house->services, progress);
        return house;
    }));
}

base::Result<std::unique_ptr<House>> open_house_there(
    const Config& config, const search::Progress& progress)
{
    const auto refused = base::refuse("house.nothing_there", {{"folder", config.data}});
    if (config.database.empty() && !fs::exists(sqlite_path(config))) {
        return refused;
    }
    try {
        if (db::schema_version(*open_to_look(config), db::built_in_migrations()) == 0) {
            return refused;
        }
    } catch (const db::Failure&) { // which opening explains
    }
    return open_house(config, progress);
}

base::Result<int> migrate_house(const Config& config)
{
    if (config.database.empty() && !fs::exists(sqlite_path(config))) { // a mistyped path, likely
        return base::refuse("house.nothing_to_migrate", {{"folder", config.data}});
    }
    return explained(config, [&] {
        const auto database = open_database(config);
        return migrate(*database, base::SystemClock().now());
    });
}

base::Result<std::unique_ptr<db::Database>> look_at_house(const Config& config)
{
    const auto path = sqlite_path(config);
    if (config.database.empty() && !fs::exists(path)) {
        const auto missing = std::make_error_code(std::errc::no_such_file_or_directory);
        return base::refuse("house.no_database", {{"reason", reason_of(missing) + " " + path}});
    }
    try {
        auto database = open_to_look(config);
        CHECK(refuse_older(*database));
        return database;
    } catch (const db::Failure& failure) {
        return tl::unexpected(why_no_database(config, failure));
    }
}

} // namespace xieshang::app
