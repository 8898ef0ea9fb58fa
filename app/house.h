// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everything a command needs, opened once: clock, randomness, database (migrated), files.
#pragma once

#include "app/config.h"
#include "features/search/search_actions.h"
#include "platform/analytics/shared_likeness.h"
#include "platform/files/private_folders.h"
#include "platform/services/services.h"

#include <memory>

namespace xieshang::app {

struct House {
    explicit House(Config config);
    House(Config config, std::unique_ptr<db::Database> migrated); // for controls of tests

    Config config;
    base::SystemClock clock;
    base::SystemRandom random;
    std::unique_ptr<db::Database> database;
    files::FileStore files;
    sealing::KeyRing keys;
    sealing::Vault vault;
    analytics::SharedLikeness alike;
    services::Services services;
};

// Makes the data folder, opens and migrates the database, and fills the search when it is not
// complete: that takes a while once, after an upgrade, and is told to `progress`. What the key file
// says is taken up. Refusals: house.no_folder, house.no_database (reason), house.in_use,
// house.newer_database, and those of open_keys().
base::Result<std::unique_ptr<House>> open_house(
    const Config& config, const search::Progress& progress = [](std::int64_t, std::int64_t) {});

// A house that is there already: makes none where the path is mistyped. Refuses also with
// house.nothing_there (folder).
base::Result<std::unique_ptr<House>> open_house_there(
    const Config& config, const search::Progress& progress = [](std::int64_t, std::int64_t) {});

// As open_house() without opening the house: how many migrations ran. Makes no SQLite database, but
// fills an empty one of PostgreSQL. Refuses also with house.nothing_to_migrate (folder).
base::Result<int> migrate_house(const Config& config);

// Its database for reading only, beside a program that may have the house open. Makes nothing,
// migrates nothing. Refusals: house.no_database, house.newer_database, house.older_database.
base::Result<std::unique_ptr<db::Database>> look_at_house(const Config& config);

// Runs `open` when the data folder can be written; a db::Failure becomes its refusal. A refused
// try leaves no empty folder behind.
base::Result<files::FoldersIfUsed> usable_folder(const Config& config);
base::Error why_no_database(const Config& config, const db::Failure& failure);
template <class Open>
auto explained(const Config& config, Open open) -> base::Result<std::invoke_result_t<Open>>
{
    const auto made = TRY(usable_folder(config));
    try {
        return open();
    } catch (const db::Failure& failure) {
        return tl::unexpected(why_no_database(config, failure));
    }
}

} // namespace xieshang::app
