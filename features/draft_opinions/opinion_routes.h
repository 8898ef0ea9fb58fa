// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API of requests for opinions on a draft, and of the opinions.
#pragma once

#include "platform/http/api.h"

namespace xieshang::draft_opinions {

void add_opinion_request_routes(http::Api& api);

} // namespace xieshang::draft_opinions
