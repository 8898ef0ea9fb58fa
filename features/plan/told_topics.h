// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What sentences tell of meetings, as findings. Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/prose.h"

#include <string_view>

namespace xieshang::plan {

// What a text that may be a title tells of meetings: the counts that it announces (开展5场对口协商)
// and the topics that it lists. A title tells nothing. Folded text.
Prose told_in(std::u32string_view text);
inline bool tells(const Prose& prose) { return !prose.topics.empty() || !prose.counts.empty(); }

// Places the title of one told topic, and the words around it.
void place_told_topic(Findings& findings, const Run& run, const ProseTopic& told, int topic);

// Warns of each count that the sentences state and do not keep.
void check_told_counts(Findings& findings, const Run& run, const Prose& prose);

} // namespace xieshang::plan
