// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The directory, its search and its export, as the view of people_policies.h shows them.
#pragma once

#include "features/people/people_shapes.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct DirectoryPage {
    std::vector<RegisteredPersonLine> lines;
    std::vector<DirectoryPlace> places; // of each line
    std::int64_t total{};
};

struct DirectoryPart { // which part of what is found
    DirectoryPlace after{};
    std::int64_t most = 50;
};

// Refuses with request.forbidden; directory.hidden (403) where the question asks for what its asker
// does not see: its answer would tell it.
base::Result<DirectoryPage> list_people(services::Services& services, const base::Asker& asker,
    const DirectoryFilter& filter, const DirectoryPart& part);

// Puts to each line that has a namesake what tells this person apart: for views that see what a
// person is. Of others the lines stay as they are.
void tell_namesakes_apart(db::Tx& tx, std::vector<RegisteredPersonLine>& lines);

// All of it, up to most_exported lines; the record keeps who took it, how much and in which view.
constexpr std::int64_t most_exported = 100'000;
base::Result<DirectoryPage> export_people(
    services::Services& services, const base::Asker& asker, const DirectoryFilter& filter);

} // namespace xieshang::people
