// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Days and times as a spreadsheet shows them. Pure.
#pragma once

#include "platform/documents/format_code.h"
#include "platform/documents/number_format.h"

#include <string>

namespace xieshang::documents {

bool is_date(const FormatCode& code); // shows something of a day or a time

// The day, the month or the weekday; not the year alone, nor a time.
bool shows_day(const FormatCode& code);

// What no calendar holds is shown as a plain number.
bool is_in_calendar(double value, DateSystem system);

std::string date_shown(double value, const FormatCode& code, DateSystem system);

} // namespace xieshang::documents
