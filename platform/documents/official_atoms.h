// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a line is made of: what cannot be broken and what it asks of its neighbours. Pure but for
// the measure.
#pragma once

#include "platform/documents/official_lines.h"

#include <string>
#include <vector>

namespace xieshang::documents::press {

struct Atom {
    std::string text;
    Face face = Face::fangsong;
    double size_pt = 0;
    Ink ink = Ink::black;
    double width_mm = 0;
    bool is_han = false;   // one character on the grid
    bool is_blank = false; // vanishes at both ends of a line
    bool breaks = true;    // a line may begin with it
    bool hangs = false;
};

// No atom is wider than `most_mm`, unless it is a single character.
std::vector<Atom> atoms_of(const std::vector<Words>& words, double most_mm, Measure& measure);

} // namespace xieshang::documents::press
