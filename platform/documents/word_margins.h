// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Headers and footers of a word processor's document. Any thread, no state, linear.
#pragma once

#include "platform/documents/package.h"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace xieshang::documents {

// What a header or footer says, without deleted words and the numbers of pages.
std::string margin_text(pugi::xml_node root);

// Adds documents.header_not_read and documents.footer_not_read {text, characters}. Refuses what
// Package::xml() refuses.
base::Result<void> note_word_margins(
    Package& package, const Relations& relations, std::vector<Note>& notes);

} // namespace xieshang::documents
