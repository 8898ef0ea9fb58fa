// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How alike two groupings of the same people are: the adjusted Rand index (Hubert and Arabie 1985),
// 1 when they are the same but for their names, about 0 when they have nothing to do with each
// other. Pure, any thread.
#pragma once

#include <span>

namespace xieshang::analytics {

double adjusted_rand_index(std::span<const int> one, std::span<const int> other);

} // namespace xieshang::analytics
