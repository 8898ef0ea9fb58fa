// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The printed headers and footers of a sheet, which are one text with codes: &L, &C, &R for the
// three places, &P for the number of the page (ISO/IEC 29500-1, 18.3.1.46). Pure, linear.
#pragma once

#include "platform/documents/text_lines.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// The words without the codes.
std::string words_of_margin(std::string_view coded);

// Adds documents.sheet_header_not_read and documents.sheet_footer_not_read {sheet, text,
// characters} for what the root of a worksheet says.
void note_sheet_margins(std::vector<Note>& notes, const std::string& sheet, pugi::xml_node root);

} // namespace xieshang::documents
