// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The register as a roster is compared with it.
#pragma once

#include "features/people/roster_comparison.h"
#include "platform/services/services.h"

namespace xieshang::people {

// Its functions hold as long as the transaction.
RosterRegister register_now(services::Services& services, db::Tx& tx);

} // namespace xieshang::people
