// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The account of a person of the register bears the register's name. Runs in the transaction that
// it is handed.
#pragma once

#include "features/people/registered_person.h"
#include "platform/services/services.h"

namespace xieshang::people {

// Of a name by which two of the three administrators would look like one person (三员分立).
inline constexpr auto name_of_another = "people.name_of_administrator";

// Refuses with people.invalid and that code at /name. Nothing happens without an account.
base::Result<void> name_account(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const RegisteredPerson& person);

} // namespace xieshang::people
