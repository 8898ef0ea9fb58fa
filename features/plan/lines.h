// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The lines of a document, and runs of text picked out of them. The structure finder works on the
// non-blank characters of each line, folded (script.h); every such character keeps the way back to
// the source. A front end for another format (a word processor's, a spreadsheet's) hands in lines
// of its own: cells of one row are joined by a tab, a line break inside a cell or paragraph is
// written as U+2028 (sheets.h makes them).
#pragma once

#include "platform/base/shared_text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

enum class Gap : std::uint8_t { // blanks before a character
    none,
    one,  // one blank
    wide, // several, or an ideographic space
    tab,
};

// A cell of a table's row that is empty because a merged cell above covers it, too.
struct Covered {
    std::uint32_t column{};
    std::uint32_t line{}; // where the words stand, in the same column: an index, not a number
};

// Characters of a cell that holds a date, whose month its words may not tell: 12/1, 1-Dec.
struct Dated {
    std::uint32_t begin{}; // in Line::folded
    std::uint32_t end{};
    int month{};
};

struct Line {
    int number{};                        // in the source or its sheet, from 1
    std::u32string text;                 // as it stands, without its line break
    std::u32string folded;               // the non-blank characters of text, folded
    std::vector<std::uint32_t> at;       // where each of them stands in text
    base::SharedText sheet;              // of a workbook; lines of one sheet stand together
    bool is_hidden = false;              // of a hidden sheet; it is set aside, too
    bool is_set_aside = false;           // a footnote, or no data: all its words stay unplaced
    std::optional<std::uint32_t> column; // of a row's only filled cell, when the text has no tabs
    std::vector<Covered> covered;
    std::vector<Dated> dates; // from left to right

    bool is_blank() const { return folded.empty(); }
    Gap gap(std::size_t i) const; // before the i-th non-blank character
    std::size_t indent() const { return at.empty() ? 0 : at.front(); }
};

Line make_line(int number, std::u32string text);

// Lines end with LF, CR LF or CR. U+2028, U+2029, U+0085, VT and FF break a line without counting
// as one.
std::vector<Line> split_lines(std::u32string_view text);

// Some non-blank characters of one line, [begin, end).
struct Range {
    std::uint32_t line{}; // index, not number
    std::uint32_t begin{};
    std::uint32_t end{};

    bool is_empty() const { return begin >= end; }
};

std::u32string_view folded_in(const std::vector<Line>& lines, Range range);

// Ranges joined to one text; '\n' stands between two ranges of different lines and has no source.
class Run {
public:
    struct At {
        std::uint32_t line = no_line;
        std::uint32_t pos{};
    };
    static constexpr std::uint32_t no_line = UINT32_MAX;

    explicit Run(const std::vector<Line>& lines) : lines_(&lines) {}
    Run(const std::vector<Line>& lines, const std::vector<Range>& ranges);

    void append(Range range);

    // As append, but without '\n' where the line before breaks off inside a sentence.
    void append_wrapped(Range range);

    Run slice(std::size_t begin, std::size_t end) const;

    std::u32string_view text() const { return text_; }
    std::u32string_view text(std::size_t begin, std::size_t end) const
    {
        return std::u32string_view(text_).substr(begin, end - begin);
    }
    std::size_t size() const { return text_.size(); }
    At at(std::size_t i) const { return at_[i]; }
    Gap gap(std::size_t i) const; // a line break is a gap; so is the start of the run
    std::uint32_t line_of(
        std::size_t i) const; // of the first character from i on that has a source
    const std::vector<Line>& lines() const { return *lines_; }

private:
    void append_here(Range range);

    const std::vector<Line>* lines_;
    std::u32string text_;
    std::vector<At> at_;
};

} // namespace xieshang::plan
