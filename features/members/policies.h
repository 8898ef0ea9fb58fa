// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may use an endpoint, for all slices.
#pragma once

#include "features/members/role.h"
#include "platform/base/policy.h"

namespace xieshang::members {

inline constexpr base::Policy office{bit(Role::office), {"office"}};
inline constexpr base::Policy readers{bit(Role::office) | bit(Role::reader), {"office", "reader"}};

} // namespace xieshang::members
