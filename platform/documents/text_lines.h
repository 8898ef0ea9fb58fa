// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a document says, line by line, whatever its format: paragraphs and rows of tables, in
// order. All texts are valid UTF-8 without control characters; a line break inside a cell or
// paragraph is '\n', a tab inside a paragraph '\t'.
#pragma once

#include "platform/base/result.h"
#include "platform/base/shared_text.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

enum class Format : std::uint8_t {
    docx,
    xlsx,
};

// An empty cell that a merged cell above covers, too.
struct MergedCell {
    std::size_t column{}; // in this row, whose cells may end before it
    std::size_t line{};   // where the words stand: an index into the lines

    bool operator==(const MergedCell&) const = default;
};

// A cell that holds a date, of which its words may show less: 12/1, 1-Dec, 周一.
struct CellDate {
    std::size_t column{}; // in this row
    std::chrono::year_month_day date;

    bool operator==(const CellDate&) const = default;
};

struct TextLine {
    int number{};                   // of the paragraph in the document, of the row in its sheet
    base::SharedText sheet;         // its name; empty in a word processor's document
    bool is_hidden = false;         // of a hidden sheet
    bool is_row = false;            // of a table
    std::vector<std::string> cells; // by column; a paragraph has one
    std::vector<MergedCell> merged;
    std::vector<CellDate> dates; // by column
    bool is_note = false;        // of a footnote or endnote

    bool operator==(const TextLine&) const = default;
};

// Something that a person should know of the document: what was not read. The code is a key of
// documents_texts.*.json.
struct Note {
    std::string code;
    base::Params params;
    int at = -1; // index into the lines: the first that it tells of; -1: the document as a whole

    bool operator==(const Note&) const = default;
};

struct TextLines {
    std::vector<TextLine> lines;
    std::vector<Note> notes;
};

// Bytes of the character of UTF-8 that begins here; 0 when they are none.
std::size_t character_at(std::string_view text, std::size_t at);

// Valid UTF-8 in any case: what is none becomes U+FFFD; control characters other than line break
// and tab are blanks.
std::string clean(std::string_view text);

} // namespace xieshang::documents
