// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Why the machine refused, or what a setting allows, in the caller's language: a reason travels in
// an error's parameters as the code of a text (system.… or allowed.…), with the path behind it. Any
// thread.
#pragma once

#include "platform/texts/texts.h"

#include <string>
#include <system_error>

namespace xieshang::app {

// system.denied …; for what people rarely meet, the machine's own words.
std::string reason_of(const std::error_code& error);
std::string reason_of(const std::system_error& failure); // with the path that it names

// The parameters with a reason_of() among them in words.
base::Params in_words(texts::Language language, base::Params params);

} // namespace xieshang::app
