// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The front end that was embedded at build time; empty in a binary without it.
#pragma once

#include "platform/http/assets.h"

#include <vector>

namespace xieshang::app {

std::vector<http::Asset> embedded_web();

} // namespace xieshang::app
