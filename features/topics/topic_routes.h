// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ the verbs on topics.
#pragma once

#include "platform/http/api.h"

namespace xieshang::topics {

void add_topic_routes(http::Api& api);

} // namespace xieshang::topics
