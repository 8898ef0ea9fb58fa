// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's act on behalf of a body: the chairpersons' meeting sends a draft back before anybody
// of it has an account, so the office records it with a scan. The plan is a draft again afterwards.
#pragma once

#include "features/plan/plan.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::behalf {

// A page that says these words (ASCII), as PDF 1.4: the scan of an invented paper.
std::string invented_paper(const std::string& words);

// Refusals: those of plan::take_step().
base::Result<void> seed_demo_act(services::Services& services, const base::Actor& actor,
    const plan::PlanId& plan, const std::string& reason);

} // namespace xieshang::behalf
