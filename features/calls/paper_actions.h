// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What came on paper, entered by the office under the name of who suggested it: 纸质代录.
#pragma once

#include "features/calls/suggestion_actions.h"

namespace xieshang::calls {

// A person or a body that the register knows is taken by its id, under the name that stands there:
// then the suggestion is theirs (is_own), and counts with what they handed in themselves. Each call
// makes an answer code for who wrote it (public_form_actions.h). Refusals: topic_call.not_found,
// topic_call.no_such_person (422, /for_id), topic_call.no_such_body and topic_call.other_bodies
// (422, /body_id), topic_call.no_name (422, /for_name), those of may_enter_paper().
base::Result<Suggested> enter_paper(services::Services& services, const base::Actor& actor,
    const CallId& call, const PaperSuggestion& asked);

} // namespace xieshang::calls
