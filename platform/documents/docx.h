// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A word processor's document (.docx, ISO/IEC 29500 WordprocessingML) → its lines: paragraphs with
// their automatic numbers, rows of tables, text boxes behind the paragraph that holds them,
// footnotes and endnotes behind the end. Left out: what is marked as deleted or moved away (words,
// rows, cells), what is hidden by itself or by a style, headers and footers, comments, notes that
// nothing refers to, pictures; notes tell how much and from which line on. Left out in silence: the
// numbers of pages, the codes of fields. A row that is one cell wide is as many paragraphs as the
// cell has; a table inside a cell is text of that cell. Any thread, no state, time linear in the
// bytes; nothing outside the bytes is read.
#pragma once

#include "platform/documents/package.h"
#include "platform/documents/text_lines.h"

#include <string_view>

namespace xieshang::documents {

// Refuses what Package::open() refuses, and
//   documents.too_much_text     {most}
//   documents.too_many_lines  {most}
//   documents.too_many_columns  in a row of a table {most}
base::Result<TextLines> docx_lines(Package& package);

} // namespace xieshang::documents
