// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ the verbs on plans and plan documents.
#pragma once

#include "platform/http/api.h"

namespace xieshang::plan {

void add_plan_routes(http::Api& api);
void add_document_routes(http::Api& api);

} // namespace xieshang::plan
