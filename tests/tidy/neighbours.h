// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Names that would mean something else where several sources are compiled as one. Pure.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

// A constant of a source's own, in its unnamed namespace, called as one of its folder's headers is:
// in the sanitizers' builds (cmake/together.cmake) the sources compiled behind it would mean the
// wrong one, and no compiler says so. Those that the file lists to stand apart may.
Complaints hidden_constants(const Tree& tree);

} // namespace xieshang::tidy
