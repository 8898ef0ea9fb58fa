// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/corrected_text.h"

#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

Line text_of(const ReadLine& line)
{
    std::string text;
    for (const auto& piece : line.pieces) {
        text += piece.text;
    }
    return make_line(line.line, from_utf8(text));
}

} // namespace

std::vector<Line> lines_of(const Reading& reading)
{
    std::vector<Line> lines;
    lines.reserve(reading.lines.size());
    std::transform(reading.lines.begin(), reading.lines.end(), std::back_inserter(lines), text_of);
    return lines;
}

bool is_all_blank(std::u32string_view text)
{
    return std::all_of(text.begin(), text.end(), is_blank);
}

} // namespace xieshang::plan
