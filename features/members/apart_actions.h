// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 三员分立 beyond what one account says (may_be_held_together, role.h): that one person does not
// come to two of the three by a second account, or by a way into another's. Each function runs in
// the transaction that it is handed. Source: GB/T 22239 8.1.5; AZ-03.
#pragma once

#include "features/members/person.h"
#include "platform/base/result.h"
#include "platform/db/db.h"

namespace xieshang::members {

// Whoever makes a way into an account could take it himself. So no administrator makes one into
// another administrator's: only the program does, for whoever runs the server (an actor without
// id). Refusal: members.administrator_link (403).
base::Result<void> may_be_opened_by(const base::Actor& actor, const Person& person);

// The roles that `person` is to hold. Refusals (422): members.same_administrator when somebody of
// the same name holds another of the three.
base::Result<void> are_another_persons(db::Tx& tx, const Person& person, base::Roles roles);

// Besides that: members.not_opened when one of the three would go to an account in which nobody has
// signed in by a way of his own (has_own_way_in, oidc_tie_actions.h). `person` holds the roles
// before.
base::Result<void> may_be_given(db::Tx& tx, const Person& person, base::Roles roles);

} // namespace xieshang::members
