// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/house.h"

#include "platform/db/migrations.h"

#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace xieshang::app {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<db::Database> open_database(const Config& config)
{
    if (!config.database.empty()) {
        return db::open_postgres({.address = config.database});
    }
    return db::open_sqlite({.path = (fs::path(config.data) / "xieshang.db").string()});
}

base::Result<void> usable_folder(const std::string& data)
{
    std::error_code error;
    fs::create_directories(data, error);
    if (!error && ::access(data.c_str(), W_OK | X_OK) != 0) {
        error = std::error_code(errno, std::generic_category());
    }
    if (error) {
        return base::refuse("house.no_folder", {{"folder", data}, {"reason", error.message()}});
    }
    return {};
}

template <class Open>
auto explained(const Config& config, Open open) -> base::Result<std::invoke_result_t<Open>>
{
    CHECK(usable_folder(config.data));
    try {
        return open();
    } catch (const db::NewerSchema& newer) {
        return base::refuse("house.newer_database", {{"reason", newer.what()}});
    } catch (const db::Failure& failure) {
        const std::string_view what = failure.what();
        if (what.starts_with("database_in_use")) {
            return base::refuse("house.in_use", {{"folder", config.data}});
        }
        return base::refuse("house.no_database", {{"reason", std::string(what)}});
    }
}

} // namespace

House::House(Config given)
    : config(std::move(given)),
      database(open_database(config)),
      files((fs::path(config.data) / "files").string()),
      services{*database, clock, random, files}
{
    db::migrate(*database, db::built_in_migrations(), clock.now().ms);
}

base::Result<std::unique_ptr<House>> open_house(
    const Config& config, const search::Progress& progress)
{
    return explained(config, [&] {
        auto house = std::make_unique<House>(config);
        search::fill(house->services, progress);
        return house;
    });
}

base::Result<int> migrate_house(const Config& config)
{
    return explained(config, [&] {
        const auto database = open_database(config);
        return db::migrate(*database, db::built_in_migrations(), base::SystemClock().now().ms);
    });
}

} // namespace xieshang::app
