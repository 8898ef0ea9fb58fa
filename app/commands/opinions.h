// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the commands below `xieshang opinions` share.
#pragma once

#include "app/commands/command.h"

namespace xieshang::app {

void add_opinions_map(CLI::App& opinions, Console& console);
void add_synthesize(CLI::App& opinions, Console& console);

// All of it to standard output. Throws std::system_error when it does not take it (a full disk).
void put(std::string_view text);

} // namespace xieshang::app
