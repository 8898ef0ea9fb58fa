// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// From the files of a conversation to its opinion map, with progress on a terminal.
#pragma once

#include "app/commands/command.h"
#include "app/commands/whole_number.h"
#include "features/opinions/map_facts.h"

#include <algorithm>
#include <thread>

namespace xieshang::app {

struct AskedMap {
    std::string votes;
    std::string matrix;
    std::string comments;
    std::string reference;
    bool json = false;
    bool skips_bad = false;
    WholeNumber seed{.least = 0, .most = (1ULL << 53U) - 1};
    WholeNumber groups{.least = 1, .most = 9};
    WholeNumber threads{.least = 1,
        .most = 256,
        .value = std::clamp(std::thread::hardware_concurrency(), 1U, 256U)};
};

struct DrawnMap {
    analytics::OpinionMap map;
    opinions::MapFacts facts;
    std::vector<base::Error> notes; // what was met on the way
};

// Refuses what features/opinions/polis_files.h refuses, and cli.no_file, opinions.all_bad,
// opinions.too_many.
base::Result<DrawnMap> draw_map_of(const AskedMap& asked, const Console& console);

} // namespace xieshang::app
