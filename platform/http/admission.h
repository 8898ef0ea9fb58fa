// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a request must bring before its handler runs, and what a route must be before it is taken.
// For api.cc.
#pragma once

#include "platform/http/policy.h"
#include "platform/http/typed_route.h"

#include <optional>
#include <string_view>

namespace xieshang::http {

bool is_unsafe(const Request& request); // changes something: neither GET nor HEAD

// request.signed_out (401), request.forbidden, request.membership_dormant, and `prove_again` where
// the proof is older than the policy asks for whatever he may do (403)
base::Result<void> check_policy(
    const Policy& policy, const std::optional<base::Actor>& actor, std::string_view prove_again);

// request.unsupported_type (415), request.too_large (413)
base::Result<void> check_content(const Request& request, const Route& route);

// If-Match: request.version_missing (428), request.version_bad (400: weak, a list, no version)
base::Result<void> check_version(const Request& request, Call& call);

// Throws std::logic_error for a mistake in registering.
void check_route(const Route& route);

} // namespace xieshang::http
