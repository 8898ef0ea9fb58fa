// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The structure finder: lines of a document, from whatever format, → what they say. Pure; linear in
// the text.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/reading.h"

#include <vector>

namespace xieshang::plan {

struct Structure {
    Reading reading;
    bool is_titled_as_plan = false;   // the title says that it is a plan
    bool is_named_as_plan = false;    // it has topics, and the sheet's or the file's name says it
    bool has_promised_topics = false; // topics stand under headings that say so, or in tables
};

// Never refuses: a document without any structure has one section. `lines` is not empty.
Structure structure_of(const std::vector<Line>& lines);

} // namespace xieshang::plan
