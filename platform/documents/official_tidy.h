// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document as its files can hold it; both layouts write this, and what is read back
// from a file is this (official_reading.h). Nothing a person wrote is lost but what says nothing:
//   texts     broken bytes become U+FFFD; control characters, tabs and line ends a blank
//   runs      neighbours alike are one; empty ones go, as do lists without items
//   lists     two without numbers behind each other are one
//   tables    each row has all columns, the shares are whole twips (1/1440 inch) of the width;
//             one without rows is its caption
//   figures   as wide as the text at most, and so that they fit a page with a caption
//   heads     what the kind has no place for goes: of plain documents head and imprint, of others
//             than 文件 who signed
// Pure; any thread.
#pragma once

#include "platform/documents/official_document.h"

namespace xieshang::documents {

OfficialDocument tidied(OfficialDocument document);

// Of a table, in twips: the text's width, or of a turned page.
int table_width(bool landscape);

// How wide and high a figure stands, in hundredths of a millimetre; 0 for what is no picture.
struct FigureSize {
    int width = 0;
    int height = 0;
};
FigureSize figure_size(const Figure& figure);

} // namespace xieshang::documents
