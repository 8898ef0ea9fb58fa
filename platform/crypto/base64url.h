// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// RFC 4648 §5 as RFC 7515 wants it: no padding, no blanks, no second spelling of the same bytes.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::crypto {

std::optional<std::string> from_base64url(std::string_view text);

} // namespace xieshang::crypto
