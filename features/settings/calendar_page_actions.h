// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a year of the calendar is shown. Only reads.
#pragma once

#include "features/settings/calendar_actions.h"

namespace xieshang::settings {

CalendarLine line_of(const CalendarYear& year);

} // namespace xieshang::settings
