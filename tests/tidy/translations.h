// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A page "x.zh-CN.md" beside "x.md" says the same: as many headings of each depth in the same
// order, as many rows in its tables, and the same commands, whose comments may be translated. Pure.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

Complaints out_of_step(const Tree& tree);

} // namespace xieshang::tidy
