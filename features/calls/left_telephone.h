// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The telephone that somebody of the public may leave on the form, so that the office can ask back.
// It is kept as it was typed; here is only what can be no number at all. Pure.
#pragma once

#include "platform/base/result.h"

#include <string_view>

namespace xieshang::calls {

// Nothing, or 5 to 20 digits, +, - and spaces, of which 5 are digits. Refuses with
// suggestion.not_a_telephone (422), naming /contact.
base::Result<void> acceptable_telephone(std::string_view typed);

} // namespace xieshang::calls
