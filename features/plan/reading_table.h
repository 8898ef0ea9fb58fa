// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A Reading for a terminal: columns aligned by the width that East Asian characters have there.
// Pure.
#pragma once

#include "features/plan/reading.h"
#include "features/plan/wording.h"

#include <string>

namespace xieshang::plan {

// Ends with a line break. Lines are as long as their text; nothing is cut off.
std::string reading_table(const Reading& reading, const Wording& wording);

} // namespace xieshang::plan
