// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Names, openings and marks of files.
#pragma once

#include "tests/tidy/tree.h"

#include <string>
#include <string_view>

namespace xieshang::tidy {

// Names that say nothing about what is inside.
Complaints empty_names(const Tree& tree);

// The two SPDX lines, which open each file where comments are possible (in a script, anywhere in
// its opening comment).
Complaints missing_licences(const Tree& tree);

// Each header: #pragma once, and before it the comment that is its contract.
Complaints headers_without_contract(const Tree& tree);

// Marks of unfinished work, hosts of package registries, folders of one machine.
Complaints forbidden_marks(const Tree& tree);

// "ADR 0006" in a file must be a page of docs/adr.
Complaints unknown_decisions(const Tree& tree);

// A committed file that the program generates: complains when `generated` differs.
Complaints stale(const Tree& tree, const std::string& path, std::string_view generated);

} // namespace xieshang::tidy
