// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Amendments that wait for their day (waiting.h): what keeps others off them, and what carries them
// out when the day has come. The program calls it at its start and again and again
// (app/service.cc); however many nodes do, each amendment is carried out once.
#pragma once

#include "features/amendments/amendment_store.h"
#include "platform/services/services.h"

namespace xieshang::amendments {

// Carries out each whose day has come, in a transaction of its own, the earlier days first; how
// many. One that cannot be carried out any more waits on, and its page says so.
std::int64_t carry_out_due(services::Services& services);

// Whether its day has come and it could be carried out now.
bool can_take_effect(db::Tx& tx, const Amendment& amendment, const std::string& today);

// Those of a plan that wait, without that one.
std::vector<Amendment> others_waiting(db::Tx& tx, const plan::PlanId& plan, const AmendmentId& but);

} // namespace xieshang::amendments
