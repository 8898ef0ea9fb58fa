// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Registered routes → the OpenAPI 3.1 document.
#pragma once

#include "platform/http/typed_route.h"

#include <span>
#include <string>
#include <string_view>

namespace xieshang::http {

struct ApiTitle {
    std::string_view title;
    std::string_view version;
    std::string_view session_cookie;
};

// Routes that are not listed are left out. Throws std::logic_error when two types or two operations
// have one name.
std::string openapi_document(const ApiTitle& title, std::span<const Route> routes);

} // namespace xieshang::http
