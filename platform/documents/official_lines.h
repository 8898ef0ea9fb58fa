// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Words of several faces → lines of a width, on the character grid of GB/T 9704-2012 §5.2.3.
//
// A Han character of 16 pt (5.644 mm) takes a cell of 156/28 = 5.571 mm: drawn at 16 pt, its cells
// 0.073 mm narrower than its square, as Word does with a grid of lines and characters (docGrid,
// linesAndChars). Characters of other sizes take their square. Latin words are as wide as they are
// and nothing stands between them and Han. What a line lacks to its width is spread between its
// characters (两端对齐), but for the last line of a paragraph; a mark may hang (line_breaks.h).
//
// Pure but for what the measure does; one thread a measure.
#pragma once

#include "platform/documents/official_layout.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents::press {

// Words of one paragraph that look alike; Latin letters and digits in them take a face of their
// own.
struct Words {
    std::string text;
    Face face = Face::fangsong;
    double size_pt = 0;
    Ink ink = Ink::black;
    Face latin = Face::latin;
};

struct LineShape {
    double width_mm = 0;
    double first_mm = 0; // where the first line begins
    double others_mm = 0;
    Placing placing = Placing::indented; // centred and right: lines are not spread
};

// A line whose runs lie on the baseline 0, from its own left edge on.
struct BrokenLine {
    std::vector<PlacedRun> runs;
    double width_mm = 0; // without a mark that hangs
};

// UTF-8 without control characters, line ends and invisible marks of direction; blanks at both ends
// are gone.
std::string plain(std::string_view text);

double millimetres(double points);

// What a Han character takes.
double han_pitch(double size_pt);

// At least one line, which is empty where there are no words.
std::vector<BrokenLine> broken_lines(
    const std::vector<Words>& words, const LineShape& shape, Measure& measure);

// All on one line, however wide.
BrokenLine single_line(const std::vector<Words>& words, Measure& measure);

} // namespace xieshang::documents::press
