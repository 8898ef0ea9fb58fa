// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the search finds of a topic: its title, its period and who answers for it or takes part.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "platform/search/index.h"

namespace xieshang::topics {

search::Entry entry_of(const Topic& topic, const plan::Plan& plan);

} // namespace xieshang::topics
