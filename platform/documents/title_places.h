// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where a line of a title may end, and what it costs: nothing between words (ICU's dictionary),
// less than nothing before 关于, which begins what the title is about; more within words, before
// particles, behind prepositions; closing marks begin no line and opening ones end none. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct TitlePlace {
    std::size_t at; // bytes before it
    int width;      // of all before it, in halves of a character
    double cost;    // beside the squares of what its line is too long or too short, in halves
};

// The title's begin and end, too. Of a title that is all marks, anywhere.
std::vector<TitlePlace> title_places(std::string_view title, bool anywhere);

} // namespace xieshang::documents
