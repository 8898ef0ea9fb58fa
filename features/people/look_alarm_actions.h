// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tells the record when somebody has looked at a great many contacts (look_alarm.h): an act of his
// own, alarm.contact_looks, which the auditor and the security administrator are shown.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::people {

// After a look, or after many at once, in the same transaction.
void watch_looks(services::Services& services, db::Tx& tx, const base::Actor& actor);

} // namespace xieshang::people
