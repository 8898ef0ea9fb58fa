// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// base::Policy as the API layer names it.
#pragma once

#include "platform/base/policy.h"

namespace xieshang::http {

using base::Policy;

inline constexpr Policy anyone = Policy::open(); // signed in or not
inline constexpr Policy any_account = Policy::signed_in();
inline constexpr Policy any_account_freshly_proved = any_account.with_fresh_proof();

} // namespace xieshang::http
