// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The text of an office file, whichever format its content has. Any thread, no state; the cost is
// bounded by limits.h, whatever the bytes are.
#pragma once

#include "platform/documents/text_lines.h"

#include <string_view>

namespace xieshang::documents {

// Whether the bytes begin as an archive does.
bool is_archive(std::string_view bytes);

// Whether they are an office file under a password, which is no archive.
bool has_password(std::string_view bytes);

struct OfficeText {
    Format format{};
    TextLines text;
};

// Refuses what docx_lines() and xlsx_lines() refuse.
base::Result<OfficeText> office_text(std::string_view bytes);

} // namespace xieshang::documents
