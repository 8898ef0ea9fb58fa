// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The day that a span leads to. Working days are counted as platform/base/working_days.h says; of a
// provisional year the answer says so and is asked for again, it is not kept. A month later is the
// same day of the month, or its last one: 31 January + 1 month = 28 February. Pure; any thread.
#pragma once

#include "features/settings/setting_value.h"
#include "platform/base/working_days.h"

namespace xieshang::settings {

using base::WorkingCalendar;

WorkingCalendar::Reckoned day_after(base::Day from, Duration span, const WorkingCalendar& calendar);
WorkingCalendar::Reckoned day_before(
    base::Day from, Duration span, const WorkingCalendar& calendar);

} // namespace xieshang::settings
