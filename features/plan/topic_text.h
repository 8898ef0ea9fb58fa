// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What stands in the words of one topic: its title, and around it the form, the time and who does
// it.
//   5月：围绕“整治片区水环境”开展民主监督（城建委牵头，6月）。
#pragma once

#include "features/plan/findings.h"
#include "features/plan/labels.h"
#include "features/plan/lines.h"

#include <cstddef>

namespace xieshang::plan {

// Whether the run begins with words that can be a title: no label, not only signs.
bool has_title(const Run& run);

// Gives every character of the run a place: with this topic, or in this section's text (a
// description behind the title). Sets the topic's kind when the words name one.
void place_topic_text(Findings& findings, const Run& run, int topic, int section);

// Text below a topic's title: labels with their values, and description.
// `starts_with_label`: the run begins with a label, even without a colon behind it.
void place_topic_fields(
    Findings& findings, const Run& run, int topic, int section, bool starts_with_label = false);

// The words of one field (a table's cell, a label's value). A form that is not known stays with the
// topic and is warned of: reading.kind_unknown {kind}.
void place_value(Findings& findings, const Run& run, std::size_t begin, std::size_t end,
    Field field, int topic, int section, int part = 0);

// Labels with values in this text; brackets at its end count as one when they name a time or a
// body.
int labels_in(const Run& run, bool starts_with_label = false);

} // namespace xieshang::plan
