// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API of selection rounds and shortlists: JSON ⇄ verbs. Called once, by app/wiring.cc.
#pragma once

#include "platform/http/api.h"

namespace xieshang::shortlists {

void add_shortlists_routes(http::Api& api);

} // namespace xieshang::shortlists
