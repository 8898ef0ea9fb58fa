// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Secrets that are typed from paper, in groups of five of Crockford's 32 letters and digits: that
// of a one-time link in five groups, 125 bits; a recovery code in three, 75 bits. Pure.
#pragma once

#include "platform/base/random.h"

#include <string>
#include <string_view>

namespace xieshang::members {

std::string new_link_code(base::Random& random);     // "7KQ2M-…"
std::string new_recovery_code(base::Random& random); // "7KQ2M-8VX0D-1AB2C"

// As it is kept and compared: without hyphens and blanks, O as 0, I and L as 1, any case.
std::string folded_link_code(std::string_view typed);

} // namespace xieshang::members
