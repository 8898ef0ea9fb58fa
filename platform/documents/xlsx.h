// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A workbook (.xlsx, ISO/IEC 29500 SpreadsheetML) → the rows of its sheets, in the order of the
// tabs; a row without words is no line. Cells stand as the program shows them: dates and numbers in
// their format, formulas with their kept result; the date of a cell stands beside it. The stated
// size of a sheet is not believed. Hidden sheets are read and marked; hidden rows and columns are
// read like others and told in a note. Comments, printed headers and footers, words in drawings are
// not read, which notes tell. Any thread, no state, time linear in the bytes; nothing outside the
// bytes is read.
#pragma once

#include "platform/documents/package.h"
#include "platform/documents/text_lines.h"

namespace xieshang::documents {

// Refuses what Package::open() refuses, and
//   documents.too_much_text  {most}
//   documents.too_many_lines  {most}
//   documents.too_many_merged      {sheet, most}
//   documents.too_many_sheets      {most}
//   documents.sheet_name_too_long  {name, characters, most}
//   documents.macros               a sheet of macros {part}
base::Result<TextLines> xlsx_lines(Package& package);

} // namespace xieshang::documents
