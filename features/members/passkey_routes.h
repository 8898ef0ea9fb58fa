// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ passkeys: one's own, and signing in by one. Where no passkey can be (an address of
// numbers, or without TLS), they refuse with passkeys.no_place.
#pragma once

#include "platform/http/api.h"

namespace xieshang::members {

void add_passkey_routes(http::Api& api);

} // namespace xieshang::members
