// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The register of `serve --demo`: an invented district with 377 members, its bodies, a past and a
// present term, posts with holders, and members who are invited, suspended or have left. All of it
// by the register's own verbs, in one transaction.
#pragma once

#include "features/people/registered_person.h"
#include "platform/services/services.h"

namespace xieshang::people {

constexpr std::size_t demo_members = 377; // who are active

// The demo's accounts (members::seed_demo_people) stand in it under their ids, each in the seat of
// its role. Does nothing where a term is there already.
base::Result<void> seed_demo_register(services::Services& services, const base::Actor& actor);

} // namespace xieshang::people
