// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// A binary without the front end: the API alone.
#include "platform/http/assets.h"

namespace xieshang::http {

std::span<const EmbeddedFile> embedded_files() { return {}; }

} // namespace xieshang::http
