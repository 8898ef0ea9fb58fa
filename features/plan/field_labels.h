// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Labels with values in running text: 牵头领导：某副主席。责任部门：经济委。参与部门：甲局、乙局。
// Pure.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/labels.h"

#include <cstddef>
#include <vector>

namespace xieshang::plan {

struct FieldLabel {
    Field field{};
    std::size_t begin{}; // of the label
    std::size_t value{}; // behind label and colon
};

// In order. A label counts at the start of a line, behind a blank or punctuation, and with a colon
// behind it, or alone on its line. `first_needs_no_colon`: the run's own start is a label's place
// even without a colon (（二）时间安排 5月). A title's label at the start of the run is left to the
// title's reader (topic_text.h).
std::vector<FieldLabel> field_labels(const Run& run, bool first_needs_no_colon);

// The same with all the labels of titles (协商议题：).
std::vector<FieldLabel> all_labels(const Run& run);

// Where the value that begins at `begin` ends, no farther than `end`: with its sentence or line.
std::size_t value_end(const Run& run, std::size_t begin, std::size_t end);

// Places everything from the first label to the end of the run.
void place_labelled(Findings& findings, const Run& run, const std::vector<FieldLabel>& labels,
    int topic, int section);

} // namespace xieshang::plan
