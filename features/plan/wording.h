// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a rule that writes for people gets at the texts of the caller's language without knowing the
// catalog.
#pragma once

#include "platform/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace xieshang::plan {

// Code and parameters → text, as texts::Catalog::text gives it in one language.
using Wording = std::function<std::string(std::string_view code, const base::Params& params)>;

} // namespace xieshang::plan
