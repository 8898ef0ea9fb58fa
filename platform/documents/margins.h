// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What stands in the margins of pages, their headers and footers, is not read, but told: nothing
// of a plan stands there, yet no word may be left out in silence. Pure.
#pragma once

#include "platform/documents/text_lines.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// Whether it says no more than 第 页 共 页, - -, Page of: what stands around the numbers of pages,
// which were taken out before.
bool is_page_number(std::string_view text);

// Adds a note {text, characters} unless all texts are page numbers; what stands on several pages
// counts once. `params` are those of the place.
void note_margin(std::vector<Note>& notes, std::string code, const std::vector<std::string>& texts,
    base::Params params = {});

} // namespace xieshang::documents
