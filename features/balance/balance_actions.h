// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The plans of some years side by side. Only reads.
#pragma once

#include "features/balance/balance_shapes.h"
#include "platform/services/services.h"
#include "platform/texts/texts.h"

namespace xieshang::balance {

// At most twenty plans, the latest. Refuses with balance.years_reversed (422, /to).
base::Result<Balance> balance_of(
    services::Services& services, const BalanceFilter& asked, texts::Language language);

} // namespace xieshang::balance
