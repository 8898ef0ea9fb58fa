// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ the list of accounts. Runs in the transaction that it is handed.
#pragma once

#include "features/members/account_list.h"
#include "platform/db/db.h"

#include <vector>

namespace xieshang::members {

// Without demo people; at most search.limit. Found and ordered here, not by the database, whose
// collations know nothing of names: a house has some hundreds of accounts.
std::vector<Account> find_accounts(db::Tx& tx, const AccountSearch& search);

} // namespace xieshang::members
