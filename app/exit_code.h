// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the program's exit status says; documented in docs/operating.md, never renumbered.
#pragma once

namespace xieshang::app {

enum class ExitCode {
    done = 0,
    failed = 1,    // the machine failed
    wrong_use = 2, // unknown flag, command or role, missing argument, backup into the data
    refused = 3,   // bad input; the reason was printed
    no_plan = 4,   // the document is no plan: a call for topics, a news report, something else
    port_in_use = 5,
    no_database = 6, // data folder or database cannot be used: absent, in use, newer version
    damaged = 7,     // damage was found and named, in the data or in a backup
};

} // namespace xieshang::app
