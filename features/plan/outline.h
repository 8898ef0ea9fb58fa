// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The numbered tree of a document, before anybody says what its items are. A line may hold several
// items (joined lines), an item may go on over several lines. Nodes stand in the document's order;
// node 0 is the root, which has no number. Each non-blank character outside the title is in exactly
// one range of one node. Pure, linear.
#pragma once

#include "features/plan/headings.h"
#include "features/plan/lines.h"
#include "features/plan/numbering.h"
#include "features/plan/tables.h"

#include <cstdint>
#include <vector>

namespace xieshang::plan {

enum class Zone : std::uint8_t { // what the headings above and this one promise
    unknown,
    topics,
    perhaps,
    none,
};

struct Body { // a line without a number
    Range range;
    bool after_blank = false; // a blank line stands before it
};

struct Node {
    Numbering type = Numbering::chapter;
    int value = 0;
    Range mark;             // the number
    Range text;             // behind the number on its line
    std::vector<Body> body; // lines that follow, before or between children
    int parent = -1;
    std::vector<int> children;
    Heading heading;
    Zone zone = Zone::unknown;
    std::vector<Cell> cells; // of a table's row
    int table = 0;           // which one, from 1
    bool is_head = false;    // of a table

    std::uint32_t line() const { return mark.is_empty() ? text.line : mark.line; }
};

// Lines of the title are left out.
std::vector<Node> outline_of(const std::vector<Line>& lines, const std::vector<Range>& title);

} // namespace xieshang::plan
