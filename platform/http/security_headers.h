// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What every answer says to the browser, whatever it answers (ADR 0012).
#pragma once

#include "platform/http/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::http {

// Strict CSP without unsafe-inline, nosniff, no referrer to others, isolation, no device access but
// the camera for QR codes; HSTS when the request came by TLS; Cache-Control: no-store unless the
// answer says otherwise.
void add_security_headers(Response& response, bool secure);

// False for a request that another site's page made in this person's browser: Origin must be this
// server (scheme and Host, or one of own_origins), Sec-Fetch-Site same-origin or none. Absent
// headers say nothing.
bool is_same_site(const Request& request, const std::vector<std::string>& own_origins);

// True for "application/json; charset=utf-8" and type "application/json".
bool is_content_type(std::string_view header, std::string_view type);

} // namespace xieshang::http
