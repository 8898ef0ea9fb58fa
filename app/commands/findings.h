// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An inspection on the command line.
#pragma once

#include "app/commands/command.h"

namespace xieshang::app {

// Inspects, prints what was looked at and each finding on a line of its own; leaves
// ExitCode::damaged when one is not harmless.
void check(const Config& config, bool json, Console& console);

} // namespace xieshang::app
