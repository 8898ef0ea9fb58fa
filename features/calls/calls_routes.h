// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API of calls for topics and of suggestions: JSON ⇄ verbs. Called once, by app/wiring.cc.
#pragma once

#include "platform/http/api.h"

namespace xieshang::calls {

void add_calls_routes(http::Api& api); // all of it

void add_topic_call_routes(http::Api& api);
void add_suggestion_routes(http::Api& api);
void add_suggestion_list_routes(http::Api& api);
void add_public_form_routes(http::Api& api);

} // namespace xieshang::calls
