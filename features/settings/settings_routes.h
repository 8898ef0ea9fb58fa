// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The HTTP side of settings and of the working-day calendar.
#pragma once

#include "platform/http/api.h"

namespace xieshang::settings {

void add_setting_routes(http::Api& api);
void add_calendar_routes(http::Api& api);

} // namespace xieshang::settings
