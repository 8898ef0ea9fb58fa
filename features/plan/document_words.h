// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the document says in each place of the plan, according to where a correction sends its
// lines; and whether words of the plan are the document's. Blanks and the signs between names make
// no difference, nor does a name that stands twice. What the reading itself gave to a topic is the
// document's, too: a merged cell says for several rows what stands in one. Pure, linear.
#pragma once

#include "features/plan/correction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

// Words of the plan that are not the document's, and what that says.
struct OtherWords {
    std::int64_t topic{}; // its key; -1: the plan's own
    WordsOf field{};
    std::string words;
    std::string document;
};

// The plan's, then each topic's, in the order of WordsOf. The correction belongs to the reading.
std::vector<OtherWords> other_words(const Reading& reading, const Correction& correction);

} // namespace xieshang::plan
