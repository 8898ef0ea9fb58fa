// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The secret of a one-time link, which can be typed from paper: five groups of five of Crockford's
// 32 letters and digits, 125 bits. Pure.
#pragma once

#include "platform/base/random.h"

#include <string>
#include <string_view>

namespace xieshang::members {

std::string new_link_code(base::Random& random); // "7KQ2M-…"

// As it is kept and compared: without hyphens and blanks, O as 0, I and L as 1, any case.
std::string folded_link_code(std::string_view typed);

} // namespace xieshang::members
