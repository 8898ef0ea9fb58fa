// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The name of an account is a copy of the register's: the register's verbs keep it the same, in
// their transaction.
#pragma once

#include "features/members/person.h"
#include "platform/services/services.h"

namespace xieshang::members {

// Nothing happens where there is no such account, or it bears the name already. Refusal:
// members.same_administrator (422), where it would make two of the three look like one person.
base::Result<void> rename_account(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const PersonId& id, const std::string& name);

// Whether that refusal would not come.
bool may_be_renamed(db::Tx& tx, const PersonId& id, const std::string& name);

// Whether the office may tie it to somebody whom it registers: the account of one of the three
// administrators is none of its business, no more than one that is not there.
bool may_be_registered(db::Tx& tx, const PersonId& id);

std::optional<std::string> login_of(db::Tx& tx, const PersonId& id);
std::string name_of(db::Tx& tx, const std::string& person_id); // empty: no such account

} // namespace xieshang::members
