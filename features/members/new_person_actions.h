// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What every way of making an account does, within the transaction that it is handed.
#pragma once

#include "features/members/person.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::members {

struct NewPerson {
    std::string login;
    std::string name;
    std::string password; // empty: none yet
    base::Roles roles{};
    PasswordRules rules{};
};

// Hashes the password, which takes long: before the transaction.
Person new_person(services::Services& services, const NewPerson& asked);

// Refusal: members.login_taken (409), at the field that `pointer` names.
base::Result<void> keep_new(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Person& person, const std::string& pointer = "/login");

} // namespace xieshang::members
