// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How the record's objects of the register are called for who reads it (AUD-01: who did what to
// which object): a membership and a tenure have no name of their own, but somebody's. Inside the
// caller's transaction.
#pragma once

#include "features/people/registered_person.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::people {

// Ids by which the record speaks of what is somebody's: memberships, tenures, contacts.
std::vector<std::string> objects_of_person(db::Tx& tx, const PersonId& person);

// Of a membership the person's name; of a tenure the person's and the post's; of a post its title
// and body; of a term its number. Nothing for another kind, or what is gone.
std::optional<std::string> record_name(db::Tx& tx, std::string_view kind, const std::string& id);

} // namespace xieshang::people
