// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The auditor's routes: /api/audit.
#pragma once

#include "platform/http/api.h"

namespace xieshang::audit {

void add_audit_routes(http::Api& api);

// For http::ApiOptions::tell: what is no change and yet stands in the record.
void tell_record(
    services::Services& services, const base::Actor& actor, const http::Telling& telling);

} // namespace xieshang::audit
