// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The auditor's routes: /api/audit.
#pragma once

#include "platform/http/api.h"

namespace xieshang::audit {

void add_audit_routes(http::Api& api);

} // namespace xieshang::audit
