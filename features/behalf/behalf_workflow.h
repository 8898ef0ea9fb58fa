// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What becomes of an act on behalf as a table: told, seen, objected to, answered. Pure.
#pragma once

#include "features/behalf/behalf_act.h"
#include "platform/workflow/workflow.h"

namespace xieshang::behalf {

struct BehalfFacts {
    bool is_concerned = false; // it was done for him, or for the body that he is of
    bool is_clerk = false;     // it was he who acted
    bool is_office = false;
    bool is_office_alone = false; // besides the clerk the office has no account
    bool has_words = false;
    bool has_opened = false;   // he himself, since it was told or answered
    bool is_answerable = true; // somebody may answer an objection today
};

using BehalfStep = workflow::Step<BehalfState, BehalfAction>;

// The step, or its refusal: behalf.not_yours and behalf.second_pair (422), behalf.nobody_answers
// (422) where there is no second pair of eyes, behalf.no_words (422, /words), behalf.opened_already
// (409), workflow.wrong_role (403), workflow.no_such_step (409).
base::Result<BehalfStep> take(
    BehalfState from, BehalfAction action, base::Roles roles, const BehalfFacts& facts);

// Every action open in this state with the reason why this person may not take it; words are asked
// for when it is taken.
std::vector<workflow::Offer<BehalfAction>> offers(
    BehalfState from, base::Roles roles, BehalfFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> behalf_workflow_rows();

} // namespace xieshang::behalf
