// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What stands behind an official document's text (GB/T 9704-2012 §7.3.4 … §7.3.7, §7.4, §10.3):
// the list of annexes, signature, date, note, who was present; at the end the imprint →
// WordprocessingML. Pure.
#pragma once

#include "platform/documents/official_document.h"
#include "platform/documents/word_text.h"

namespace xieshang::documents {

void write_back(WordText& out, const OfficialDocument& document);

// Before an annex's blocks: its mark on a new page, its title in the third line. The first is 1;
// one that stands alone has no number.
void write_annex_head(WordText& out, const Annex& annex, std::size_t number, std::size_t of);

// A table that stands on the lower edge of the type area of the page on which the document ends.
void write_imprint(WordText& out, const Imprint& imprint);

} // namespace xieshang::documents
