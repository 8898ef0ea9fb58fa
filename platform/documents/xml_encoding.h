// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The encodings of XML parts: UTF-8, and UTF-16 in either order, with a mark in front or without
// (ISO/IEC 29500-2, 8.1.1). Pure, linear.
#pragma once

#include "platform/base/result.h"

#include <string>
#include <string_view>

namespace xieshang::documents {

// The part as UTF-8; broken bytes of UTF-8 stay as they are. Refuses
//   documents.encoding           says that it is of another one {part, encoding}
//   documents.damaged            broken UTF-16 {part}
//   documents.unpacks_too_large  as UTF-8 {part, most}
base::Result<std::string> as_utf8(std::string bytes, std::string_view part);

} // namespace xieshang::documents
