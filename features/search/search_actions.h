// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs of the search. What is found is kept by the verbs of plans, topics and documents, each
// in its own transaction (plan_entry_actions.h).
#pragma once

#include "features/search/search_shapes.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace xieshang::search {

struct FoundHit {
    HitView view;
    std::int64_t place{}; // for the next page
};

// Only what this person may see. `after`: the place of the last hit before.
std::vector<FoundHit> find_hits(services::Services& services, const base::Actor& actor,
    const SearchAsk& asked, std::optional<std::int64_t> after, std::int64_t limit);

// The years of all that this person may find, the latest first.
std::vector<std::int64_t> years_to_find(services::Services& services, const base::Actor& actor);

using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

// Makes all entries anew, in transactions short enough for others to write in between; until it
// ends, a search finds only a part. Broken off, it begins again at the next fill(). Gives how many
// plans and documents there were.
std::int64_t rebuild(services::Services& services, const Progress& progress);

// Rebuilds if the entries are not complete: a database from before the search, or a program that
// folds otherwise. At the start, before anybody is served.
void fill(services::Services& services, const Progress& progress);

} // namespace xieshang::search
