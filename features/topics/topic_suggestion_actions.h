// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The suggestion that a topic came of, in the transaction of the topic's step, of its plan's, or of
// an amendment: it leaves with the topic, is screened again and free to become another one, and
// comes back with it. Its proposer reads the reason of the step. `roles`: by which the topic's step
// was taken; it is the same step.
#pragma once

#include "features/topics/topic.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::topics {

// The topic was taken off the short list, its draft discarded, or an amendment dropped or replaced
// it. Refusals: topic.no_reason, workflow.wrong_role.
base::Result<void> let_suggestion_go(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Topic& topic, base::Roles roles, const std::string& reason);

// The topic, or its draft, came back: the suggestion too, unless another topic has it or it was
// answered otherwise meanwhile. Refusals: topic.no_reason, workflow.wrong_role.
base::Result<void> take_suggestion_back(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Topic& topic, base::Roles roles, const std::string& reason);

} // namespace xieshang::topics
