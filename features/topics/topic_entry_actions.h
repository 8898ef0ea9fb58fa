// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the search finds of a topic: its title, its period and who answers for it or takes part. For
// verbs, in the transaction of the change.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "platform/services/services.h"

namespace xieshang::topics {

void put_entry(
    services::Services& services, db::Tx& tx, const Topic& topic, const plan::Plan& plan);

} // namespace xieshang::topics
