// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A .docx that official_docx.h wrote → the document again, also after people went on writing in it
// with Word, WPS or LibreOffice: each paragraph is what its style says. A paragraph with a style
// that is not ours is one of the text. What only shows something (rules, the list of annexes,
// distances, page numbers) is made anew when it is written next time. Of unchanged bytes:
// official_reading(official_docx(d)) is tidied(d). Any thread; no state; within limits.h.
#pragma once

#include "platform/base/result.h"
#include "platform/documents/official_document.h"

#include <string_view>

namespace xieshang::documents {

// Refuses what Package::open() and read_xml() refuse (a table of some 30,000 cells is too complex
// to be read back), and
//   documents.official_foreign  no official document that this program wrote
base::Result<OfficialDocument> official_reading(std::string_view bytes);

} // namespace xieshang::documents
