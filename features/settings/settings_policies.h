// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everybody who takes part in the assembly's work may look at the settings and the calendar by
// which it is done; the office alone changes them, each time with a reason.
#pragma once

#include "features/members/policies.h"
#include "platform/base/result.h"

namespace xieshang::settings::policies {

inline constexpr base::Policy see_settings = members::readers;
inline constexpr base::Policy keep_settings = members::office;

// Asked by each verb that changes something, whoever calls it. Refuses with request.forbidden.
inline base::Result<void> may_keep_settings(const base::Actor& actor)
{
    if (!keep_settings.view(actor, base::Relation::other_body)) {
        return base::trouble(base::Trouble::forbidden, "request.forbidden");
    }
    return {};
}

} // namespace xieshang::settings::policies
