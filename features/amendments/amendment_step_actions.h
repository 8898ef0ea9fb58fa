// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that writes a step of an amendment; the same call tells the record. For the verbs
// of this folder, in the transaction of the step.
#pragma once

#include "features/amendments/amendment_workflow.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::amendments {

// `amendment` stands where the step led it.
void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Amendment& amendment, const AmendmentStep& step, const std::string& reason);

} // namespace xieshang::amendments
