// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may include whom (architecture: app → routes → actions → stores → rules → platform). One
// complaint a wrong #include.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

// platform/ knows no feature; base/ stands on the standard library; a layer of a feature sees only
// what lies below it; routes are seen by app/wiring.cc alone; rules do no I/O and features keep no
// threads.
Complaints wrong_arrows(const Tree& tree);

// Database drivers in platform/db only, the HTTP library in platform/http only, std::regex nowhere.
Complaints wrong_libraries(const Tree& tree);

} // namespace xieshang::tidy
