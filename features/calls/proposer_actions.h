// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether a proposer answers by himself, or the office has to ask him. Only reads.
#pragma once

#include "features/calls/suggestion.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// He handed it in from an account; or the register knows who wrote the paper, and he himself, or
// somebody who acts for the body today, has an account that is active and finds it among what is
// his (is_own). The public never does.
bool acts_itself(services::Services& services, db::Tx& tx, const Suggestion& suggestion);

} // namespace xieshang::calls
