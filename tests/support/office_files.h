// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Word processor's documents and workbooks for tests, written part by part.
#pragma once

#include "tests/support/zip_writer.h"

#include <string>
#include <utility>
#include <vector>

namespace xieshang::tests {

// Parts of a document whose body has this XML; the lists and styles may be empty.
struct Docx {
    std::string body;
    std::string lists;     // inside w:numbering
    std::string styles;    // inside w:styles
    std::string footnotes; // inside w:footnotes
    std::string relations; // more of the document's relations
    std::vector<ZipPart> more;
};
std::vector<ZipPart> parts_of(const Docx& docx);
inline std::string docx_of(const Docx& docx) { return zip_of(parts_of(docx)); }

struct Sheet {
    std::string name;
    std::string data;       // inside sheetData
    std::string merged;     // inside mergeCells
    std::string attributes; // of the sheet in the workbook: state="hidden"
    std::string dimension = "A1:G20";
};
struct Xlsx {
    std::vector<Sheet> sheets;
    std::vector<std::string> shared; // texts
    std::string formats;             // inside numFmts
    std::string styles;              // inside cellXfs
    std::string workbook_properties; // attributes of workbookPr
    std::vector<ZipPart> more;
};
std::vector<ZipPart> parts_of(const Xlsx& xlsx);
inline std::string xlsx_of(const Xlsx& xlsx) { return zip_of(parts_of(xlsx)); }

std::string escaped(const std::string& text); // for XML

// Paragraph; numbered paragraph; table of texts. A cell "^" goes on with the one above, and the
// first of such cells begins the merged one.
std::string paragraph(const std::string& text);
std::string numbered(const std::string& text, int list, int level = 0);
std::string table(const std::vector<std::vector<std::string>>& rows);

// Rows of inline texts from row `first` on; "" is no cell. A number is written as one with "#".
std::string rows_of(const std::vector<std::vector<std::string>>& rows, int first = 1);

// A list with one level a format: {"chineseCounting", "%1、"}, {"decimal", "%2."}.
std::string list_of(int id, const std::vector<std::pair<std::string, std::string>>& levels);

} // namespace xieshang::tests
