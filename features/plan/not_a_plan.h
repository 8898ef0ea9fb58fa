// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Documents that speak of plans and are none. Pure, linear.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/structure.h"

#include <cstdint>
#include <vector>

namespace xieshang::plan {

enum class Genre : std::uint8_t {
    plan,
    call, // asks for topics (征集协商议题的公告)
    news, // tells of a meeting that dealt with a plan
    other,
};

Genre genre_of(const std::vector<Line>& lines, const Structure& structure);

} // namespace xieshang::plan
