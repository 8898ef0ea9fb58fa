// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API of scoring rounds: JSON ⇄ verbs. Called once, by app/wiring.cc.
#pragma once

#include "platform/http/api.h"

namespace xieshang::scoring {

void add_scoring_routes(http::Api& api); // all of it

void add_round_routes(http::Api& api);
void add_score_routes(http::Api& api);
void add_result_routes(http::Api& api);

} // namespace xieshang::scoring
