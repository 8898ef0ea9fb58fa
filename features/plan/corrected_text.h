// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The document's text under the runs of a correction that belongs to it. Pure, linear.
#pragma once

#include "features/plan/correction.h"
#include "features/plan/lines.h"

#include <string_view>
#include <vector>

namespace xieshang::plan {

std::vector<Line> lines_of(const Reading& reading);

bool is_all_blank(std::u32string_view text);

// Calls each(run, text, line, begin) for every run, in the document's order.
template <class Each>
void for_each_run(const std::vector<Line>& lines, const Correction& correction, Each each)
{
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const std::u32string_view text = lines[index].text;
        std::size_t begin = 0;
        for (const auto& run : correction.lines[index].runs) {
            const auto length = static_cast<std::size_t>(run.length);
            each(run, text.substr(begin, length), index, begin);
            begin += length;
        }
    }
}

} // namespace xieshang::plan
