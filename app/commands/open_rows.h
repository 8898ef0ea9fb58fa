// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The rows of a roster that are wrong or to be chosen, as a table on standard error, so that what
// is printed stays what was done: line, column, item, value, what is wrong. Nothing of contacts.
#pragma once

#include "app/commands/command.h"
#include "features/people/roster_actions.h"

namespace xieshang::app {

void print_open_rows(
    services::Services& services, const people::RosterPreview& preview, const Console& console);

} // namespace xieshang::app
