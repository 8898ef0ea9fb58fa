// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The address of the public's form as a QR code, for posters and slips of paper.
#pragma once

#include "features/calls/calls_views.h"

#include <string_view>

namespace xieshang::calls {

// `origin` is where the house was asked, "https://zx.example": who prints it compares the address
// with the one that he sees. Nothing without a code, or where the origin is longer than any host's.
std::optional<FormPicture> form_picture(std::string_view origin, const std::string& code);

} // namespace xieshang::calls
