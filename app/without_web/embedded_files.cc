// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// A binary without the front end: the API alone.
#include "app/embedded_web.h"

namespace xieshang::app {

std::vector<http::Asset> embedded_web() { return {}; }

} // namespace xieshang::app
