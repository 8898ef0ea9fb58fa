// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every kind of event that the code can write has human words, audit.event.<kind>, so that the
// auditor reads what happened.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

// The kinds of a file that tells the record (it includes record.h or register_event_actions.h):
// each literal "noun.verb" that is no code of a text; each pair `tell(…, "noun", "verb"`; and where
// a kind is put together of a noun and an enumerator ("plan." + …, or `tell(…, "plan",
// enum_to_string`), every enumerator of PlanAction.
Complaints wordless_events(const Tree& tree);

} // namespace xieshang::tidy
