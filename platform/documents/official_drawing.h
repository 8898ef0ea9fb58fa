// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A laid out document → PDF, or a page → PNG (Cairo). One thread an object.
#pragma once

#include "platform/documents/official_layout.h"
#include "platform/documents/official_type.h"

#include <string>

namespace xieshang::documents::press {

// All pages. Refuses: documents.official_stopped, documents.official_picture_kind {figure},
// documents.characters_without_font {characters, list}. Throws std::runtime_error when Cairo fails.
base::Result<std::string> drawn_pdf(
    const OfficialLayout& layout, Type& type, const GoesOn& goes_on);

// One of the pages, so many pixels wide. Refuses as above.
base::Result<std::string> drawn_png(
    const OfficialLayout& layout, std::size_t page, int width, Type& type);

} // namespace xieshang::documents::press
