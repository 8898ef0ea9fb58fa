// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that writes a step of an act on behalf; the same call tells the record, which keeps
// the act as the step leaves it, with the ids of both, and what was said.
#pragma once

#include "features/behalf/behalf_store.h"
#include "features/behalf/behalf_workflow.h"
#include "platform/record/record.h"
#include "platform/services/services.h"

namespace xieshang::behalf {

// The rows of an act's first step, and what the record is told of it; for many at once.
KeptBehalfStep kept_step(const base::Actor& actor, const BehalfAct& act, const BehalfStep& step,
    const std::string& words);
record::Event event_of_step(const BehalfAct& act, const BehalfStep& step, const std::string& words,
    const std::vector<PersonId>& told);

// `told`: of the first step alone.
void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const BehalfAct& act, const BehalfStep& step, const std::string& words,
    const std::vector<PersonId>& told = {});

} // namespace xieshang::behalf
