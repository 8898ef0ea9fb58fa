// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The parser speaks English; here it gets the caller's language. Main thread only.
#pragma once

#include "app/commands/command.h"

namespace xieshang::app {

// For the parser and all commands that are added to it afterwards.
void translate_help(CLI::App& app, const Console& console);

// Afterwards: the help of each command stands among its other options.
void gather_options(CLI::App& app, const Console& console);

// Prints the help or the version that was asked for, or what is wrong and which argument it is; an
// unknown command has no help.
// Gives the exit status.
int explain(const CLI::ParseError& error, const CLI::App& app, const Console& console);

} // namespace xieshang::app
