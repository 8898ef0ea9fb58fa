// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs that set a wrongly entered tenure right, for the office: whoever else calls them is
// refused with request.forbidden. One transaction each; nothing is deleted.
#pragma once

#include "features/people/tenure_correction.h"
#include "platform/services/services.h"

namespace xieshang::people {

// Refusals: tenure.not_found, tenure.stale, those of tenure_correction.h, of may_hold and of
// lies_within.
base::Result<Tenure> correct_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const TenureChange& change);

// Refusals: tenure.not_found, tenure.stale, those of tenure_correction.h.
base::Result<Tenure> withdraw_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const std::string& reason);

} // namespace xieshang::people
