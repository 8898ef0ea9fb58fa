// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document (official_document.h) → a word processor's file (.docx, ISO/IEC 29500
// WordprocessingML) that Word, WPS and LibreOffice show by GB/T 9704-2012 and that people go on
// writing in. Written is what tidied() gives (official_tidy.h): control characters, which XML
// cannot hold, are blanks. The same document always gives the same bytes.
//
// 28 characters a line stand 15.75 points apart and fill it evenly, 22 lines a page are
// exactly 28.95 points high. One closing mark may hang behind the line's end (允许标点溢出边界).
// The rest is said by styles with ids of their own (official_styles.h), so official_reading.h reads
// it back.
//
// Any thread. Throws std::runtime_error when the machine has no room. Some 0.1 ms a page.
#pragma once

#include "platform/base/result.h"
#include "platform/documents/official_document.h"

#include <string>

namespace xieshang::documents {

// Refuses
//   documents.official_table_wide     more columns than Word reads {table, columns, most}
//   documents.official_picture_kind   a figure is neither PNG nor JPEG {figure}
//   documents.official_picture_large  {figure, width, height, most}: pixels, most in millions
base::Result<std::string> official_docx(const OfficialDocument& document);

} // namespace xieshang::documents
