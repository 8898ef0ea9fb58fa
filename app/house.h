// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everything a command needs, opened once: clock, randomness, database (migrated), files.
#pragma once

#include "app/config.h"
#include "features/search/search_actions.h"
#include "platform/services/services.h"

#include <memory>

namespace xieshang::app {

struct House {
    explicit House(Config config);

    Config config;
    base::SystemClock clock;
    base::SystemRandom random;
    std::unique_ptr<db::Database> database;
    files::FileStore files;
    services::Services services;
};

// Makes the data folder, opens and migrates the database, and fills the search when it is not
// complete: that takes a while once, after an upgrade, and is told to `progress`. Refusals:
// house.no_folder, house.no_database (reason), house.in_use, house.newer_database.
base::Result<std::unique_ptr<House>> open_house(
    const Config& config, const search::Progress& progress = [](std::int64_t, std::int64_t) {});

// The same without opening the house: how many migrations ran.
base::Result<int> migrate_house(const Config& config);

} // namespace xieshang::app
