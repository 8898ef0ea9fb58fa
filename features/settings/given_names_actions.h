// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Texts for tables and papers that the house hands out, in which forms of consultation and fields
// are called as the district calls them now (given_names.h).
#pragma once

#include "platform/services/services.h"
#include "platform/texts/texts.h"

#include <functional>
#include <string>
#include <string_view>

namespace xieshang::settings {

// Code → text in one language. Reads the settings once; may outlive the call.
std::function<std::string(std::string_view code)> texts_with_given_names(
    services::Services& services, texts::Language language);

} // namespace xieshang::settings
