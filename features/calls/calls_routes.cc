// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_routes.h"

namespace xieshang::calls {

void add_calls_routes(http::Api& api)
{
    add_topic_call_routes(api);
    add_suggestion_list_routes(api);
    add_suggestion_routes(api);
    add_public_form_routes(api);
}

} // namespace xieshang::calls
