// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What stands before an official document's text: head, title, addressees (GB/T 9704-2012 §7.2,
// §7.3.1, §7.3.2; letters §10.1, minutes §10.3) → WordprocessingML. Pure.
#pragma once

#include "platform/documents/official_document.h"
#include "platform/documents/word_text.h"

namespace xieshang::documents {

void write_front(WordText& out, const OfficialDocument& document);

} // namespace xieshang::documents
