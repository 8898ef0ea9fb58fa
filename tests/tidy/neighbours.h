// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What would mean something else where sources are compiled or linked as one. Pure.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

// A constant of a source's own, in its unnamed namespace, called as one of its folder's headers is:
// in the sanitizers' builds (cmake/together.cmake) the sources compiled behind it would mean the
// wrong one, and no compiler says so. Those that the file lists to stand apart may.
Complaints hidden_constants(const Tree& tree);

// A feature's source that reads what somebody sent (`json::read<`) sees the limits of what it
// reads: a *_shapes.h, itself or through its headers. Else it reads the same struct without them,
// and the linker keeps one of the two for all. What the program wrote itself is read by read_own.
Complaints limitless_readings(const Tree& tree);

} // namespace xieshang::tidy
